using Sanbao.Charters;
using Sanbao.Domain.Charters;

namespace Sanbao.Web.Features.Import;

/// <summary>Which version of the charter governs an imported request: the one in force at its report, else the first there was.</summary>
internal sealed class ImportCharters(CharterLibrary library, string usual)
{
    /// <param name="code">The mapping's charter; null: the company's.</param>
    public Func<DateOnly, Charter> For(string? code)
    {
        var chosen = code ?? usual;
        var versions = library.Versions.Where(v => v.Charter.Code == chosen).Select(v => v.Charter).ToArray();
        if (versions.Length == 0) throw new RefusedException(new("import.unknown-charter", chosen));
        return day => library.InForce(chosen, day) ?? versions[0];
    }
}
