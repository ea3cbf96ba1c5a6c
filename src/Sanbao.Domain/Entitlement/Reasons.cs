using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>Collects the reasons of one decision, the deciding one first.</summary>
internal struct Reasons
{
    private Slots slots;
    private int count;
    private Gaps missing;
    private bool undetermined;

    public void Add(ReasonCode code, object? detail = null)
    {
        for (var i = 0; i < count; i++) if (slots[i].Code == code) return;
        slots[count++] = new Reason(code, detail);
    }

    /// <summary>Why the policy covers or does not, then what shaped its term.</summary>
    /// <param name="end">The end that governs, this policy's or the other's.</param>
    /// <param name="open">Neither covered nor not: there is nothing to refuse yet, and what is missing is told first.</param>
    public void Tell(in Judgement judged, in TermEnd end, DateOnly on, bool open)
    {
        undetermined = open;
        if (judged.Covered) TellCover(judged, end);
        else if (!open) TellRefusal(judged.Bar, end, on);
        TellTerm(judged);
    }

    /// <summary>What is not known and would matter; told first where it leaves the answer open.</summary>
    public void Miss(in Gaps gaps) => missing.Add(gaps);

    public ImmutableArray<Reason> ToArray()
    {
        // One by one: a block of values that were only just written is slow to copy.
        var all = new Reason[count];
        for (var i = 0; i < all.Length; i++) all[i] = slots[i];
        var told = ImmutableCollectionsMarshal.AsImmutableArray(all);
        return missing.IsNone ? told : undetermined ? [.. missing.ToReasons(), .. told] : [.. told, .. missing.ToReasons()];
    }

    private void TellCover(in Judgement judged, in TermEnd end)
    {
        Add(ReasonCode.InPeriod, end.LastDay);
        if (judged.Bar.JudgedAs == Cause.Transport) Add(ReasonCode.TransportDamage);
        if (judged.Bar.JudgedAs == Cause.WrongGoods) Add(ReasonCode.WrongGoods);
        TellGrounds(judged.Remedies);
    }

    public void TellGrounds(in Remedies remedies)
    {
        for (var ground = RightGround.RepeatedRepair; ground <= RightGround.RepairTooLong; ground++)
            if ((remedies.Grounds & 1 << (int)ground) != 0) Add(CodeOf(ground), remedies.Details[(int)ground]);
    }

    private void TellRefusal(in Bar bar, in TermEnd end, DateOnly on)
    {
        if (bar.Voided is { } reason) Add(ReasonCode.Voided, reason);
        if (bar.Component is { } component) Add(ReasonCode.ExcludedComponent, component);
        if (bar.Cause is { } cause) Add(ReasonCode.ExcludedCause, cause);
        if (end.Kind == EndKind.UsedUp) Add(ReasonCode.CapReached, end.UsedUp);
        if (end.Kind == EndKind.None) Add(ReasonCode.NoTerm);
        if (end.LastDay is { } last && on > last)
        {
            if (end.ByCap) Add(ReasonCode.CapReached, last);
            Add(ReasonCode.PeriodOver, last);
        }
    }

    private void TellTerm(in Judgement judged)
    {
        ref readonly var end = ref judged.End;
        if (judged.Bar.Unproven is { } proof) Add(ReasonCode.NoEvidence, proof);
        if (end.MissingEvidence is { } evidence) Add(ReasonCode.NoEvidence, evidence);
        if (end.Term is not { Scope: var scope }) return;
        if (!scope.Components.IsEmpty) Add(ReasonCode.ComponentTerm, end.LastDay);
        if (!scope.Sources.IsEmpty && !scope.Sources.Contains(Source.Own)) Add(ReasonCode.SupplierTerm, end.LastDay);
        if (scope.Member == true) Add(ReasonCode.MemberTerm, end.LastDay);
        TellExtension(end.ExtendedBy);
        if (end.RepairDays > 0) Add(ReasonCode.RepairTimeAdded, end.RepairDays);
    }

    /// <summary>Months as a number, as they are usual; days with their unit.</summary>
    private void TellExtension(in Longer longer)
    {
        if (longer.Months > 0) Add(ReasonCode.Extension, longer.Months);
        else if (longer.Days > 0) Add(ReasonCode.Extension, Span.Days(longer.Days));
        else if (longer.WorkingDays > 0) Add(ReasonCode.Extension, Span.WorkingDays(longer.WorkingDays));
    }

    private static ReasonCode CodeOf(RightGround ground) => ground switch
    {
        RightGround.RepeatedRepair => ReasonCode.RepeatedRepair,
        RightGround.EarlyFailure => ReasonCode.EarlyFailure,
        RightGround.ExchangeWindow => ReasonCode.ExchangeWindow,
        RightGround.WrongGoods => ReasonCode.WrongGoods,
        RightGround.TransportDamage => ReasonCode.TransportDamage,
        RightGround.BatchDefect => ReasonCode.BatchDefect,
        RightGround.PartsMissing => ReasonCode.PartsMissing,
        RightGround.RepairTooLong => ReasonCode.RepairTooLong,
    };

    [InlineArray(Size)]
    private struct Slots
    {
        // Each code at most once; those that are missing are kept apart.
        public const int Size = 1 + (int)ReasonCode.RepairTooLong;
        private Reason first;
    }
}
