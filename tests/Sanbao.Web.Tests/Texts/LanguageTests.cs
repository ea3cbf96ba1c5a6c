using Microsoft.AspNetCore.Http;
using Sanbao.Web.Texts;

namespace Sanbao.Web.Tests.Texts;

public class LanguageTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData(null, "en-GB,en;q=0.9", "en")]
    [InlineData(null, "fr-FR,en;q=0.5,zh;q=0.8", "zh-Hans")]
    [InlineData(null, "zh-CN,en;q=0.9", "zh-Hans")]
    [InlineData(null, "fr", null)]
    [InlineData(null, ";;;", null)]
    [InlineData("en", "zh-CN", "en")]
    [InlineData("zh-Hans", "en", "zh-Hans")]
    [InlineData("klingon", "en", "en")]
    public void The_switch_comes_before_the_browser_and_without_either_the_company_decides(string? cookie, string? header, string? expected)
    {
        var http = new DefaultHttpContext();
        if (header is not null) http.Request.Headers.AcceptLanguage = header;
        if (cookie is not null) http.Request.Headers.Cookie = $"lang={cookie}";
        http.Language()?.Tag().ShouldBe(expected);
    }
}
