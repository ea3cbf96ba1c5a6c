using System.Collections.Immutable;
using Sanbao.Charters.Phrases;
using Sanbao.Charters.Yaml;
using Sanbao.Domain.Charters;

namespace Sanbao.Charters.Sections;

/// <summary>Reads what is covered, for how long, with which remedies and at whose cost.</summary>
internal static class WarrantySection
{
    public static WarrantyPolicy? Read(Fields charter)
    {
        if (charter.Inner("warranty", WarrantyFormat.Warranty) is not { } warranty) return null;
        var policy = new WarrantyPolicy
        {
            Terms = TermSection.ReadAll(warranty),
            Exclusions = warranty.Maps("never-covered", WarrantyFormat.Exclusion, ReadExclusion),
            Remedies = warranty.WordsOf<Remedy>("remedies"),
            Rights = RightSection.ReadAll(warranty),
            PaidExchange = warranty.Phrase("paid-exchange", MoneyPhrase.ReadPaidExchange),
            DepreciatedRefund = ReadRefund(warranty),
            Payers = PayerSection.ReadAll(warranty),
            PaidService = warranty.IsFirst("paid-service"),
            AddsRepairDays = warranty.IsFirst("repair-days"),
            MovesLastDayToWorkingDay = warranty.IsFirst("last-day-off"),
            DealerPeriodFrom = warranty.Phrase("dealer-period", MoneyPhrase.ReadDealerPeriod),
            Supplier = ReadSupplier(warranty),
            PartsAvailable = warranty.Phrase("parts-available", LimitPhrase.ReadTime),
        };
        CheckTermsAgainstExclusions(warranty, policy);
        return policy;
    }

    private static Exclusion? ReadExclusion(Fields item)
    {
        var causes = item.WordsOf<Cause>("causes");
        var components = item.NamesOf("components", Names.Components);
        if (item.Sound && !item.Has("causes") && !item.Has("components")) item.Report.Fail(item.At, "exclusion-empty");
        if (causes.Contains(Cause.Quality) || causes.Contains(Cause.Unknown)) item.Report.Fail(item.PlaceOf("causes"), "quality-excluded");
        return new Exclusion(causes, components, item.Name("evidence"), item.Has("name") ? item.Both("name") : null);
    }

    private static DepreciatedRefund? ReadRefund(Fields warranty)
    {
        if (warranty.Inner("depreciated-refund", WarrantyFormat.Refund) is not { } refund) return null;
        var rates = ImmutableDictionary.CreateBuilder<string, decimal>();
        foreach (var (line, value) in OpenMap.Of(refund, "per-day-of-use"))
        {
            if (Values.Name(line, Names.Lines, warranty.Report) is not { } name) continue;
            if (Values.Text(value, warranty.Report) is not { } text) continue;
            var sentence = new Sentence(text, warranty.Report);
            rates[name] = sentence.Percent();
            sentence.End();
        }
        var starts = refund.Phrase("since", s =>
        {
            var read = SpanPhrase.ReadStarts(s);
            s.End();
            return read;
        });
        return new DepreciatedRefund(rates.ToImmutable(), starts.IsDefault ? [] : starts, refund.Plain("reference", 300));
    }

    private static SupplierTerm? ReadSupplier(Fields warranty)
    {
        if (warranty.Inner("supplier-term", WarrantyFormat.Supplier) is not { } supplier) return null;
        var limit = supplier.Phrase("lasts", LimitPhrase.ReadTime);
        return limit is null ? null : new SupplierTerm(supplier.WordsOf<Source>("source"), limit, supplier.WordsOf<LineKind>("pays"));
    }

    // A term made for a cause that is never covered can cover nothing, unless the exclusion counts only once it is proved.
    private static void CheckTermsAgainstExclusions(Fields warranty, WarrantyPolicy policy)
    {
        var never = policy.Exclusions.Where(e => e.Evidence is null).SelectMany(e => e.Causes).ToHashSet();
        if (warranty["terms"] is not ListNode list || list.Items.Length != policy.Terms.Length) return;
        foreach (var (term, node) in policy.Terms.Zip(list.Items))
        {
            var made = term.Scope.Causes.AddRange(term.AlsoCovers);
            if (made.FirstOrDefault(never.Contains, Cause.Unknown) is not Cause.Unknown and var cause)
                warranty.Report.Fail(node.At, "cause-excluded", term.Code, Words.Of(cause));
        }
    }
}
