using System.Collections.Immutable;
using Sanbao.Charters;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Web.Features.Charters;

namespace Sanbao.Web.Features.Import;

/// <summary>Which version of a charter governs what a file brings along: the one in force on the day, else the first there was.</summary>
internal sealed class ImportCharters(CharterLibrary library, string usual)
{
    /// <summary>Of requests, by the day of their report.</summary>
    /// <param name="code">The mapping's charter; null: the company's.</param>
    public Func<DateOnly, Charter> For(string? code)
    {
        var chosen = code ?? usual;
        return library.Codes.Contains(chosen) ? day => On(chosen, day) : throw new RefusedException(new("import.unknown-charter", chosen));
    }

    /// <summary>Of a unit, as anywhere else.</summary>
    public Charter Of(CharterSubject subject, Contract? contract, ImmutableArray<CharterAttachment> attached, DateOnly day) =>
        On(GoverningCharters.Choose(subject, contract, attached, usual, day).CharterCode, day);

    private Charter On(string code, DateOnly day) =>
        library.InForce(code, day) ?? library.Versions.First(v => v.Charter.Code == code).Charter;
}
