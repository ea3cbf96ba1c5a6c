using Microsoft.Net.Http.Headers;

namespace Sanbao.Web.Texts;

/// <summary>The languages of the product; Chinese is the first.</summary>
internal enum Language { Chinese, English }

internal static class LanguageOfRequest
{
    public const string Cookie = "lang";

    /// <summary>As chosen by the switch, else the first of ours that the browser or program asks for, else null.</summary>
    public static Language? Language(this HttpContext http) =>
        Parse(http.Request.Cookies[Cookie]) ?? Accepted(http.Request.Headers.AcceptLanguage);

    public static Language? Parse(string? tag) =>
        tag is null ? null
        : tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Texts.Language.Chinese
        : tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Texts.Language.English
        : null;

    public static string Tag(this Language language) => language switch
    {
        Texts.Language.Chinese => "zh-Hans",
        Texts.Language.English => "en",
    };

    private static Language? Accepted(IList<string?> header) =>
        StringWithQualityHeaderValue.TryParseList([.. header.OfType<string>()], out var tags)
            ? tags.OrderByDescending(t => t.Quality ?? 1).Select(t => Parse(t.Value.Value)).FirstOrDefault(l => l is not null)
            : null;
}
