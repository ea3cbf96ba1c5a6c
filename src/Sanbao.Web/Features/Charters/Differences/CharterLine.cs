using Sanbao.Domain.Charters;

namespace Sanbao.Web.Features.Charters.Differences;

/// <summary>The parts into which the words of a charter fall, in their order.</summary>
public enum CharterPart { Head, Terms, Remedies, WhoPays, Promises }

/// <summary>One thing that a charter says. The same thing in another version has the same part and key.</summary>
internal sealed record CharterLine(CharterPart Part, string Key, string What, string Says);

/// <summary>A whole charter as lines, as its page says it.</summary>
internal static class CharterLines
{
    public static IEnumerable<CharterLine> LinesOf(this Words w, Charter charter) =>
        [.. Head(w, charter), .. Terms(w, charter.Warranty), .. Remedies(w, charter.Warranty), .. WhoPays(w, charter.Warranty),
            .. Promises(w, charter)];

    private static IEnumerable<CharterLine> Head(Words w, Charter c)
    {
        yield return new(CharterPart.Head, "name", w["charters.name"], w.Say(c.Name));
        if (w.Say(c.About) is { Length: > 0 } about) yield return new(CharterPart.Head, "about", w["charters.about-field"], about);
        yield return new(CharterPart.Head, "in-force", w["charters.in-force"], w.Say(c.InForce));
        yield return new(CharterPart.Head, "zone", w["charters.zone"], c.Zone.Id);
        yield return new(CharterPart.Head, "hours", w["charters.hours"], Together(w, w.HoursOf(c.Calendar)));
        yield return new(CharterPart.Head, "holidays", w["charters.holidays"],
            w.Say(new Word($"holidays.{c.Calendar.Holidays.Code}", c.Calendar.Holidays.Code)));
        if (c.Calendar.Own.Off.Count > 0)
            yield return new(CharterPart.Head, "days-off", w["charters.days-off"], w.Days(c.Calendar.Own.Off));
        if (c.Calendar.Own.Worked.Count > 0)
            yield return new(CharterPart.Head, "days-worked", w["charters.days-worked"], w.Days(c.Calendar.Own.Worked));
        foreach (var region in c.Regions)
            yield return new(CharterPart.Head, $"region {region.Code}", w["charters.region", w.Names("area", [region.Code])],
                string.Join(w["list.and"], region.Prefixes.Concat(region.Except.Select(e => "−" + e))));
        if (c.Law is { } law) yield return new(CharterPart.Head, "law", w["charters.law"], w.Say(law.Name));
        if (!c.Ladder.IsEmpty)
            yield return new(CharterPart.Head, "ladder", w["charters.ladder"], string.Join(" → ", c.Ladder.Select(m => w.Say(m))));
        foreach (var rule in c.Closing)
        {
            var categories = rule.Categories.IsEmpty ? w["charter.every-case"] : w.List(rule.Categories);
            yield return new(CharterPart.Head, $"closing {categories}", w["charters.closing"],
                w["charters.closing-rule", categories, string.Join(w["list.and"],
                [.. rule.Needs.Select(n => w.Say(n)), .. rule.WaivesOutcome ? new[] { w["charters.closing-waived"] } : []])]);
        }
        foreach (var (form, number) in c.FormCodes.OrderBy(f => f.Key, StringComparer.Ordinal))
            yield return new(CharterPart.Head, $"form {form}", w.Say(new Word($"form.{form}", form)), number);
    }

    private static IEnumerable<CharterLine> Terms(Words w, WarrantyPolicy policy)
    {
        foreach (var term in policy.Terms)
            yield return new(CharterPart.Terms, term.Code, w.Say(term.Name),
                Together(w, w.EndsOf(term).Prepend($"{w.Say(term.Scope)}{w["list.colon"]}"), term.Reference));
        if (policy.Terms.Length > 1)
            yield return new(CharterPart.Terms, "", w["charters.terms-order"], string.Join(" → ", policy.Terms.Select(t => w.Say(t.Name))));
    }

    private static IEnumerable<CharterLine> Remedies(Words w, WarrantyPolicy policy)
    {
        yield return new(CharterPart.Remedies, "ordinary", w["charters.ordinary"], w.List(policy.Remedies));
        foreach (var right in policy.Rights)
            yield return new(CharterPart.Remedies, $"right {right.Code}", w.Say(right.Ground),
                Together(w, [Says(w, right)], right.Reference));
        if (policy.PaidExchange is { } paid)
            yield return new(CharterPart.Remedies, "paid-exchange", w["charters.paid-exchange"], w.Say(paid));
        if (policy.DepreciatedRefund is { } refund)
            yield return new(CharterPart.Remedies, "refund", w["charters.refund"],
                Together(w, refund.RatePerDay.OrderBy(r => r.Key, StringComparer.Ordinal)
                .Select(r => $"{w.Line(r.Key)} {w["charters.rate-per-day", new Percent(r.Value)]}"), refund.Reference));
        if (!policy.Exclusions.IsEmpty)
            yield return new(CharterPart.Remedies, "never", w["charters.never"], Together(w, policy.Exclusions.Select(e => w.Say(e))));
        if (policy.AddsRepairDays)
            yield return new(CharterPart.Remedies, "repair-days", w["charters.repair-days"], w["charters.repair-days-added"]);
        if (policy.MovesLastDayToWorkingDay)
            yield return new(CharterPart.Remedies, "last-day", w["charters.last-day"], w["charters.last-day-moves"]);
        if (policy.DealerPeriodFrom is { } from) yield return new(CharterPart.Remedies, "dealer", w["bars.dealer"], w.DealerPeriod(from));
        if (policy.Supplier is { } supplier)
            yield return new(CharterPart.Remedies, "supplier", w["charters.supplier"],
            $"{w.List(supplier.Sources)}{w["list.colon"]}{w.Say(supplier.Limit)}{w["list.with"]}{w.List(supplier.Lines)}");
        if (policy.PartsAvailable is { } parts) yield return new(CharterPart.Remedies, "parts", w["entitlement.parts-asked"], w.Say(parts));
        if (policy.PaidService) yield return new(CharterPart.Remedies, "after", w["charters.after"], w["decision.paid-service"]);
    }

    // A condition that its ground says already is not said twice.
    private static string Says(Words w, RemedyRight right)
    {
        var (condition, gives) = (w.Say(right), w.List(right.Remedies));
        return condition == w.Say(right.Ground) ? gives : w["charters.right", condition, gives];
    }

    private static IEnumerable<CharterLine> WhoPays(Words w, WarrantyPolicy policy) =>
        policy.PayerRows().Select(row =>
            new CharterLine(CharterPart.WhoPays, $"{row.Situation} {(row.Named ? row.Cause : null)}", w.Say(row),
            string.Join(
                w["list.with"], LineKinds.OfService.Select(k => $"{w.Say(k)} {w.Say(policy.ShareOf(row.Situation, row.Cause, k))}"))));

    private static IEnumerable<CharterLine> Promises(Words w, Charter charter) =>
        charter.Promises.Select(rule => new CharterLine(CharterPart.Promises, rule.Key, w.Say(rule.Name), Together(w,
        [
            $"{w.Say(rule.For)}{w["list.colon"]}",
            .. rule.Times.Select(t => rule.Times.Length > 1
                ? $"{(t.For == Anything ? w["charters.otherwise"] : w.Say(t.For))}{w["list.colon"]}{w.Say(t.Timing)}" : w.Say(t.Timing)),
            $"{w["charters.met-by"]}{w["list.colon"]}{w.List(rule.MetBy)}",
            .. w.ConditionsOf(rule),
        ])));

    private static readonly CaseScope Anything = new();

    // One below the other; the page keeps the line breaks.
    private static string Together(Words w, IEnumerable<string> lines, string reference = "") =>
        string.Join('\n', reference.Length > 0 ? lines.Append(w["charters.reference", reference]) : lines);
}
