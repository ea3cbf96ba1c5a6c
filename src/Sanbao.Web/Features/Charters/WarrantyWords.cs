using System.Collections.Immutable;
using Sanbao.Domain.Charters;

namespace Sanbao.Web.Features.Charters;

/// <summary>Says the warranty part of a charter in sentences that a service manager can read aloud.</summary>
internal static class WarrantyWords
{
    /// <summary>12 个月，自调试投运日期起（须有调试投运凭证）.</summary>
    public static string Say(this Words w, Limit limit)
    {
        if (limit.Usage is { } usage) return w["charter.usage-cap", usage];
        var starts = string.Join(w["list.or"], limit.Starts.Select(w.Say));
        return w[limit.IsCap ? "charter.cap-from" : "charter.limit-from", limit.Length!.Value, starts];
    }

    public static string Say(this Words w, Start start) =>
        start.Evidence is { } kind ? w["charter.start-with", start.Date, new Word($"evidence.{kind}", kind)] : w.Say(start.Date);

    /// <summary>按价款每日 0.1 %，另加外壳包装翻新费.</summary>
    public static string Say(this Words w, PaidExchange paid)
    {
        var fee = w["charters.rate-per-day", new Percent(paid.RatePerDay)];
        return paid.Refurbishing is { } basis ? w["charters.plus-refurbishing", fee, basis] : fee;
    }

    /// <summary>When the term ends: one line each.</summary>
    public static IEnumerable<string> EndsOf(this Words w, WarrantyTerm term)
    {
        if (term.Limits.IsEmpty) yield return w["charter.without-end"];
        foreach (var limit in term.Limits) yield return w.Say(limit);
        foreach (var line in w.ConditionsOf(term)) yield return line;
    }

    /// <summary>What moves the end of a term, and what it covers besides: one line each.</summary>
    public static IEnumerable<string> ConditionsOf(this Words w, WarrantyTerm term)
    {
        foreach (var least in term.AtLeast) yield return w["charter.at-least", w.Say(least)];
        foreach (var extension in term.Extensions) yield return w["charter.extended", extension.By, w.Say(extension.Name), ConditionOf(w, extension)];
        if (!term.AlsoCovers.IsEmpty) yield return w["charter.also-covers", w.List(term.AlsoCovers)];
    }

    /// <summary>To what a term applies.</summary>
    public static string Say(this Words w, TermScope scope)
    {
        List<string> parts = [];
        if (!scope.Sources.IsEmpty) parts.Add(w.List(scope.Sources));
        if (!scope.Components.IsEmpty) parts.Add(w.Names("component-class", scope.Components));
        if (!scope.Lines.IsEmpty) parts.Add(w.Names("line", scope.Lines));
        if (!scope.Models.IsEmpty) parts.Add(string.Join(w["list.and"], scope.Models));
        if (!scope.Causes.IsEmpty) parts.Add(w["charter.for-causes", w.List(scope.Causes)]);
        if (!scope.Sectors.IsEmpty) parts.Add(w.Names("sector", scope.Sectors));
        if (scope.Party is { } party) parts.Add(w.Say(party));
        if (scope.Member is { } member) parts.Add(w[member ? "charter.members" : "charter.non-members"]);
        return parts.Count == 0 ? w["charter.everything"] : string.Join(w["list.with"], parts);
    }

    /// <summary>The condition of a right.</summary>
    public static string Say(this Words w, RemedyRight right)
    {
        List<string> parts = [];
        if (right.Within is { } span) parts.Add(w["charter.within", span, string.Join(w["list.or"], right.Starts.Select(w.Say))]);
        if (right.FailedRepairs is { } count) parts.Add(w[right.SameFault ? "charter.failed-same" : "charter.failed-any", count]);
        if (right.PartsMissingOver is { } missing) parts.Add(w["charter.parts-missing", missing]);
        if (right.RepairOver is { } days) parts.Add(w["charter.repair-over", days]);
        if (!right.Causes.IsEmpty) parts.Add(w.List(right.Causes));
        if (right.Batch) parts.Add(w["right-ground.batch-defect"]);
        return string.Join(w["list.with"], parts);
    }

    public static string Say(this Words w, Exclusion exclusion)
    {
        var what = string.Join(w["list.and"], new[] { w.List(exclusion.Causes), w.Names("component-class", exclusion.Components) }.Where(t => t.Length > 0));
        return exclusion.Evidence is { } kind ? w["charter.excluded-with", what, new Word($"evidence.{kind}", kind)] : what;
    }

    public static string List<T>(this Words w, ImmutableArray<T> values) where T : struct, Enum =>
        string.Join(w["list.and"], values.Select(v => w.Say(v)));

    /// <summary>Names of an open list: words where the resources have them, else as the charter made them up.</summary>
    public static string Names(this Words w, string kind, IEnumerable<string> names) =>
        string.Join(w["list.and"], names.Select(n => w.Say(new Word($"{kind}.{n}", n))));

    private static string ConditionOf(Words w, Extension extension)
    {
        List<string> parts = [];
        if (!extension.Sectors.IsEmpty) parts.Add(w.Names("sector", extension.Sectors));
        if (extension.Party is { } party) parts.Add(w.Say(party));
        if (extension.Member is { } member) parts.Add(w[member ? "charter.members" : "charter.non-members"]);
        return string.Join(w["list.with"], parts);
    }
}
