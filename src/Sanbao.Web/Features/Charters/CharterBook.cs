using System.Collections.Immutable;
using Sanbao.Charters;
using Sanbao.Domain.Charters;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Charters;

/// <summary>Finds the charter that governs; the one where no other does is the company's usual charter.</summary>
internal sealed class CharterBook(CharterShelf shelf, CompanyBook company)
{
    /// <summary>Code of the company's default charter.</summary>
    public string Usual => company.Now.UsualCharter;

    private CharterLibrary Library => shelf.Library;

    public bool Knows(string code) => Library.Codes.Contains(code);

    /// <summary>
    /// The version that governs on a day; before the first version's day, the first. Null or blank: the usual charter. An unknown code is
    /// an error of the field.
    /// </summary>
    public Charter Governing(string? code, DateOnly day, string field = "charter")
    {
        var wanted = string.IsNullOrWhiteSpace(code) ? Usual : code.Trim();
        return Library.InForce(wanted, day)
            ?? Library.Versions.FirstOrDefault(v => v.Charter.Code == wanted)?.Charter
            ?? throw new FieldErrorsException([new FieldError(field, "charter.unknown", wanted)]);
    }

    /// <summary>One of each charter, laws included: the version in force on the day.</summary>
    public ImmutableArray<Charter> Known(DateOnly day) => [.. Library.Codes.Select(c => Governing(c, day))];

    /// <summary>Without the laws: nobody chooses them.</summary>
    public ImmutableArray<Charter> Choosable(DateOnly day)
    {
        var known = Known(day);
        return [.. known.Where(c => !known.Any(k => k.Law?.Code == c.Code))];
    }

    /// <summary>All versions with their texts, the latest first; empty for an unknown code.</summary>
    public ImmutableArray<CharterVersion> VersionsOf(string code) =>
        [.. Library.Versions.Where(v => v.Charter.Code == code).OrderByDescending(v => v.Charter.Version)];
}
