using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Platform.Forms;
using Sanbao.Web.Platform.Hosting;
using Sanbao.Web.Shell;
using Sanbao.Web.Shell.Gallery;

namespace Sanbao.Web.Tests.Platform;

public class FormTests
{
    private static void Map(Routes routes)
    {
        var pages = routes.Pages.MapGroup("/dev/gallery").AllowAnonymous();
        pages.MapGet("", () => View.Of<GalleryPage>());
        pages.MapPost("", Post);
        routes.Pages.MapPost("/try/act", IResult () => throw new RefusedException(new("status.409.detail"))).AllowAnonymous();
    }

    private static Task<IResult> Post(HttpContext http, CancellationToken _) => PostForm.Handle(
        http,
        form => (Serial: form.NeededText("serial"), On: form.Date("occurredOn"), Price: form.Money("price")),
        form =>
        {
            if (form.Serial == "changed") throw new RefusedException(new("document.changed"));
            if (form.Serial == "refused") throw new RefusedException(new("status.409.detail"));
            return Task.FromResult(Done.To("/", "clock.due", form.On!, form.Price!));
        },
        () => View.Of<GalleryPage>());

    [Fact]
    public async Task Wrong_fields_bring_the_form_back_with_what_was_typed_and_say_why_at_the_field()
    {
        await using var site = await TestSite.Start(Map);
        var browser = site.Browse();
        using var response = await browser.Submit(await browser.Page("/dev/gallery"), "/dev/gallery", ("serial", " "),
            ("occurredOn", "2026-02-30"), ("price", "12.345"), ("description", "轴承 <b>异响</b>"));
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.Document(response);
        page.QuerySelector("#serial-error")!.TextContent.ShouldContain("请填写");
        page.QuerySelector("#occurredOn")!.GetAttribute("value").ShouldBe("2026-02-30");
        page.QuerySelector("#price")!.GetAttribute("aria-invalid").ShouldBe("true");
        page.QuerySelector("#price")!.GetAttribute("aria-describedby")!.ShouldContain("price-error");
        page.QuerySelector("#description")!.TextContent.ShouldBe("轴承 <b>异响</b>");
    }

    [Fact]
    public async Task A_refusal_brings_the_form_back_with_its_reason()
    {
        await using var site = await TestSite.Start(Map);
        var browser = site.Browse();
        using var response = await browser.Submit(await browser.Page("/dev/gallery"), "/dev/gallery", ("serial", "refused"));
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await Browser.Document(response);
        page.QuerySelector("form .flash-bad")!.TextContent.ShouldContain("按规定不能这样做");
        page.QuerySelector("#serial")!.GetAttribute("value").ShouldBe("refused");
    }

    [Fact]
    public async Task Whoever_was_overtaken_finds_what_somebody_else_saved_one_press_away()
    {
        await using var site = await TestSite.Start(Map);
        var browser = site.Browse();
        var token = (await browser.Page("/dev/gallery")).QuerySelector("form [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var post = new HttpRequestMessage(HttpMethod.Post, "/dev/gallery")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("serial", "changed")]),
        };
        post.Headers.Referrer = new("http://localhost/dev/gallery");
        using var response = await browser.Send(post);
        var link = (await Browser.Document(response)).QuerySelector("form .flash-bad a")!;
        (link.GetAttribute("href"), link.GetAttribute("target")).ShouldBe(("/dev/gallery", "_blank"));
    }

    [Fact]
    public async Task What_was_done_is_said_once_on_the_next_page()
    {
        await using var site = await TestSite.Start(Map);
        var browser = await site.SignIn();
        using var response = await browser.Submit(await browser.Page("/dev/gallery"), "/dev/gallery", ("serial", "A1"),
            ("occurredOn", "2026/5/2"), ("price", "￥1,250.5"));
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        response.Headers.Location!.ToString().ShouldBe("/");
        // A part of the page before, which fetches itself again meanwhile, leaves the message to the page that comes.
        using var again = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "HX-Request", "true" } } };
        using var part = await browser.Send(again);
        (await Browser.Document(part)).QuerySelector(".flash-good").ShouldBeNull();
        (await browser.Page("/")).QuerySelector(".flash-good")!.TextContent.ShouldContain("期限 2026年5月2日");
        (await browser.Page("/")).QuerySelector(".flash-good").ShouldBeNull();
    }

    [Fact]
    public async Task A_form_that_did_not_come_from_us_is_refused_and_nothing_runs()
    {
        await using var site = await TestSite.Start(Map);
        using var response =
            await site.Browse().Send(new(HttpMethod.Post, "/dev/gallery") { Content = new FormUrlEncodedContent([new("serial", "A1")]) });
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Browser.Document(response)).QuerySelector(".empty-title")!.TextContent.ShouldContain("表单已过期");
    }

    [Fact]
    public async Task A_refused_button_goes_back_to_its_page_which_says_why()
    {
        await using var site = await TestSite.Start(Map);
        var browser = site.Browse();
        var token = (await browser.Page("/dev/gallery")).QuerySelector("meta[name=antiforgery]")!.GetAttribute("content")!;
        using var request =
            new HttpRequestMessage(HttpMethod.Post, "/try/act") { Headers = { Referrer = new("http://localhost/dev/gallery?tab=2") } };
        request.Headers.Add("RequestVerificationToken", token);
        using var response = await browser.Send(request);
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        response.Headers.Location!.ToString().ShouldBe("/dev/gallery?tab=2");
        (await browser.Page("/dev/gallery")).QuerySelector(".flash-bad")!.TextContent.ShouldContain("按规定不能这样做");
    }

    [Theory]
    [InlineData("/requests?status=open", "/requests?status=open")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/a\r\nSet-Cookie: x", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Only_paths_of_ours_are_gone_back_to(string? path, string expected) => Done.Local(path).ShouldBe(expected);
}
