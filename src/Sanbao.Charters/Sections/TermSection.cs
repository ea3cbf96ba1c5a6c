using System.Collections.Immutable;
using Sanbao.Charters.Phrases;
using Sanbao.Charters.Yaml;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Charters.Sections;

/// <summary>Reads the warranty terms, and finds those that no fact can ever reach.</summary>
internal static class TermSection
{
    public static ImmutableArray<WarrantyTerm> ReadAll(Fields warranty)
    {
        var seen = new List<(WarrantyTerm Term, Place At)>();
        var terms = warranty.Maps("terms", WarrantyFormat.Term, fields =>
        {
            var term = Read(fields);
            Check(fields, term, seen);
            seen.Add((term, fields.At));
            return term;
        });
        if (warranty["terms"] is ListNode { Items.Length: 0 } empty) warranty.Report.Fail(empty.At, "no-terms");
        return terms;
    }

    private static WarrantyTerm Read(Fields term) => new()
    {
        Code = term.Name("term") ?? "",
        Name = term.Both("name") ?? new Bilingual("", ""),
        Scope = ReadScope(term),
        Limits = EndsNever(term) ? [] : term.Phrases("ends", LimitPhrase.Read),
        AtLeast = term.Phrases("at-least", LimitPhrase.ReadLeast),
        Extensions = term.Maps("extended", WarrantyFormat.Extension, ReadExtension),
        AlsoCovers = term.WordsOf<Cause>("also-covers"),
        Reference = term.Plain("reference", 300),
    };

    private static TermScope ReadScope(Fields term)
    {
        if (term.Inner("for", WarrantyFormat.Scope) is not { } scope) return new TermScope();
        return new TermScope
        {
            Sources = scope.WordsOf<Source>("source"),
            Components = scope.NamesOf("component", Names.Components),
            Lines = scope.NamesOf("line", Names.Lines),
            Models = scope.Several("model", n => Values.Text(n, term.Report)?.Value),
            Causes = scope.WordsOf<Cause>("cause"),
            Sectors = scope.NamesOf("sector", Names.Sectors),
            Party = scope.WordOf<ContractParty>("party"),
            Member = scope.YesNo("member"),
        };
    }

    private static bool EndsNever(Fields term) => term["ends"] is TextNode { Value: "without end" };

    private static Extension? ReadExtension(Fields extension)
    {
        var by = extension.Phrase("by", s =>
        {
            var span = SpanPhrase.Read(s);
            s.End();
            return span;
        });
        if (extension.Inner("when", WarrantyFormat.ExtensionCase) is not { } when) return null;
        return new Extension(by, when.NamesOf("sector", Names.Sectors), when.WordOf<ContractParty>("party"), when.YesNo("member"),
            extension.Both("name") ?? new Bilingual("", ""));
    }

    private static void Check(Fields fields, WarrantyTerm term, List<(WarrantyTerm Term, Place At)> earlier)
    {
        if (fields["ends"] is ListNode { Items.Length: 0 } empty) fields.Report.Fail(empty.At, "ends-empty");
        if (term.Code.Length > 0 && earlier.Exists(e => e.Term.Code == term.Code))
            fields.Report.Fail(fields.PlaceOf("term"), "repeated-code", term.Code);
        else if (earlier.Find(e => Reach.Covers(e.Term.Scope, term.Scope)) is { Term: { } first, At: var at })
            fields.Report.Fail(fields.At, "unreachable-term", term.Code, first.Code, at.Line);
        else if (Reach.CoverTogether([.. earlier.Select(e => e.Term.Scope)], term.Scope))
            fields.Report.Fail(fields.At, "unreachable-together", term.Code);
        if (term.Limits.Length > 0 && term.Limits.All(l => l.IsCap)) fields.Report.Fail(fields.PlaceOf("ends"), "only-caps");
    }
}
