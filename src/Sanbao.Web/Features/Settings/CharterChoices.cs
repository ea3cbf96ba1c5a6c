using Sanbao.Web.Platform.Store;
using Sanbao.Web.Shell.Components;

namespace Sanbao.Web.Features.Settings;

/// <summary>The charters that a company can live by, without the laws: nobody chooses them.</summary>
internal static class CharterChoices
{
    public static Choice[] Of(CharterShelf shelf, Words words)
    {
        var latest = shelf.Library.Newest;
        return [.. latest.Where(c => !latest.Any(k => k.Law?.Code == c.Code))
            .Select(c => new Choice(c.Code, $"{c.Code} · {words.Say(c.Name)}"))];
    }

    public static void Check(FieldErrors errors, CharterShelf shelf, string code) =>
        errors.When(!shelf.Library.Codes.Contains(code), "charter", "charter.unknown", code);
}
