using System.Collections.Immutable;
using Sanbao.Domain.Charters;

namespace Sanbao.Web.Features.Charters;

/// <summary>Says the warranty part of a charter in sentences that a service manager can read aloud.</summary>
internal static class WarrantyWords
{
    /// <summary>自调试投运之日（凭调试投运凭证）起 12 个月；无法确定的，自出厂之日起算.</summary>
    public static string Say(this Words w, Limit limit)
    {
        if (limit.Usage is { } usage) return w[limit.IsCap ? "charter.use-cap" : "charter.use", usage];
        var length = limit.Length!.Value;
        var key = limit.IsCap ? "charter.cap-from" : length.From is LengthFrom.Fixed ? "charter.limit-from" : "charter.noted-from";
        return w[key, length, w.Say(limit.Starts[0]), FailingThat(w, limit.Starts)];
    }

    private static string Say(this Words w, Start start)
    {
        var day = w[$"from-date.{Kebab.Of(start.Date)}"];
        return start.Evidence is { } kind ? w["charter.start-with", day, new Word($"evidence.{kind}", kind)] : day;
    }

    /// <summary>From what is counted where the first date is not known.</summary>
    private static string FailingThat(Words w, ImmutableArray<Start> starts)
    {
        var others = string.Join(w["list.and"], starts.Skip(1).Select(w.Say));
        return starts.Length switch
        {
            1 => "",
            2 => w["charter.failing-that", others],
            _ => w["charter.failing-in-turn", others],
        };
    }

    /// <summary>The dealer's own period towards the maker.</summary>
    public static string DealerPeriod(this Words w, UnitDate from) => w["charters.dealer-period", w[$"from-date.{Kebab.Of(from)}"]];

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
        foreach (var extension in term.Extensions)
            yield return w["charter.extended", extension.By, w.Say(extension.Name), ConditionOf(w, extension)];
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
        if (right.Within is { } span) parts.Add(w["charter.within", span, w.Say(right.Starts[0]), FailingThat(w, right.Starts)]);
        if (right.FailedRepairs is { } count) parts.Add(w[right.SameFault ? "charter.failed-same" : "charter.failed-any", count]);
        if (right.PartsMissingOver is { } missing) parts.Add(w["charter.parts-missing", missing]);
        if (right.RepairOver is { } days) parts.Add(w["charter.repair-over", days]);
        if (!right.Causes.IsEmpty) parts.Add(w.List(right.Causes));
        if (right.Batch) parts.Add(w["right-ground.batch-defect"]);
        return string.Join(w["list.with"], parts);
    }

    public static string Say(this Words w, Exclusion exclusion)
    {
        string[] named = [w.List(exclusion.Causes), w.Names("component-class", exclusion.Components)];
        var what = string.Join(w["list.and"], named.Where(t => t.Length > 0));
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
