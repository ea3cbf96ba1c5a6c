using System.Collections.Immutable;
using Sanbao.Charters.Phrases;
using Sanbao.Charters.Yaml;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Charters.Sections;

/// <summary>Reads the warranty terms.</summary>
internal static class TermSection
{
    public static ImmutableArray<WarrantyTerm> ReadAll(Fields warranty)
    {
        var sound = new List<(WarrantyTerm Term, Fields Fields)>();
        var terms = warranty.Maps("terms", WarrantyFormat.Term, fields =>
        {
            var term = Read(fields);
            if (fields.Sound) sound.Add((term, fields));
            return term;
        });
        TermChecks.Check(warranty, sound);
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

    private static bool EndsNever(Fields term) => term["ends"] is TextNode { Value: LimitPhrase.WithoutEnd };

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
}
