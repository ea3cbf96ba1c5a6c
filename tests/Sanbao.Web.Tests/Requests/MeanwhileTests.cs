using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using AngleSharp.Html.Dom;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Requests;

/// <summary>Two people, one request; and what people type or send that is not what it seems.</summary>
public class MeanwhileTests(PostgresCluster cluster)
{
    private const string Markup = "<img src=x onerror=alert(1)> & “引号” <b>粗</b>";

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task Somebody_else_changed_this_meanwhile(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (first, number) = await office.CallAsync(Entrance.Page);
        var second = await Counter.AsAsync(office, "liaison");
        var action = $"/requests/{number}/solution";
        var mine = Counter.FieldsOf(await first.PageAsync(action), action);
        await second.DoAsync(number, "notes", new { text = "用户又来电" });

        mine["solution"] = "我写了很久的结果";
        using var stale = await first.PostAsync(action, mine);
        stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var again = await Counter.DocumentAsync(stale);
        again.QuerySelector(".flash-bad")!.TextContent.ShouldContain("Somebody else changed this");
        again.QuerySelector(".changes")!.TextContent.ShouldContain("用户又来电");
        again.QuerySelector(".changes")!.TextContent.ShouldContain("ERP liaison");
        var fresh = Counter.FieldsOf(again, action);
        fresh["solution"].ShouldBe("我写了很久的结果");
        (await office.GetAsync($"/requests/{number}")).GetProperty("timeline").EnumerateArray()
            .ShouldNotContain(l => l.GetProperty("code").GetString() == "request.solved");

        using var sentAgain = await first.PostAsync(action, fresh);
        sentAgain.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Theory]
    [InlineData("replies", "text")]
    [InlineData("guidance", "advice")]
    [InlineData("notes", "text")]
    public async Task What_only_adds_never_conflicts_with_what_somebody_else_changed(string verb, string field)
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        var (first, number) = await office.CallAsync(Entrance.Page);
        var second = await Counter.AsAsync(office, "service-manager");
        var action = $"/requests/{number}/{verb}";
        var mine = Counter.FieldsOf(await first.PageAsync(action), action);
        await second.DoAsync(number, "priority", new { priority = "urgent" });

        (mine[field], mine["outcome"]) = ("我写了很久", "not-solved");
        using var added = await first.PostAsync(action, mine);
        added.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task A_program_that_looked_at_an_older_version_is_refused_and_a_repeated_key_does_it_once(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (_, number) = await office.CallAsync(Entrance.Program);
        (await PostNoteAsync(office, number, "一", etag: "\"1\"")).Status.ShouldBe(HttpStatusCode.OK);
        var (status, body) = await PostNoteAsync(office, number, "二", etag: "\"1\"");
        status.ShouldBe(HttpStatusCode.Conflict);
        body.ShouldContain("document.changed");

        var (_, one) = await PostNoteAsync(office, number, "三", key: "k1");
        var (_, two) = await PostNoteAsync(office, number, "三", key: "k1");
        two.ShouldBe(one);
        (await PostNoteAsync(office, number, "四", key: "k1")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await office.GetAsync($"/requests/{number}")).GetProperty("timeline").EnumerateArray()
            .Count(l => l.GetProperty("code").GetString() == "request.noted").ShouldBe(2);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task Many_programs_at_once_are_heard_or_told_to_come_again_and_nothing_is_lost(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (_, made) = await office.PostAsync(new { category = "fault", description = "轴承异响" });
        var path = $"/api/v1/requests/{made.GetProperty("id").GetGuid()}";
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            office.Http.PostAsJsonAsync(new Uri(path + "/notes", UriKind.Relative), new { text = $"备注 {i}" },
                TestContext.Current.CancellationToken)));
        answers.ShouldAllBe(a =>
            a.StatusCode == HttpStatusCode.OK || a.StatusCode == HttpStatusCode.ServiceUnavailable && a.Headers.RetryAfter != null);
        var timeline = (await office.GetAsync(path["/api/v1".Length..])).GetProperty("timeline").EnumerateArray();
        timeline.Count(l => l.GetProperty("code").GetString() == "request.noted")
            .ShouldBe(answers.Count(a => a.StatusCode == HttpStatusCode.OK));
    }

    [Fact]
    public async Task Markup_in_every_text_field_comes_out_as_text()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        var (desk, number) = await office.CallAsync(Entrance.Program, description: Markup);
        await desk.DoAsync(number, "replies", new { text = Markup });
        await desk.DoAsync(number, "guidance", new { advice = Markup, spokeWith = Markup, outcome = "not-solved" });
        await desk.DoAsync(number, "mode", new { mode = "on-site", reason = Markup });
        await desk.DoAsync(number, "visits", new { engineer = Markup, appointment = "2026-05-03T09:00:00+08:00", remark = Markup });
        await desk.DoAsync(number, "steps", new { step = "arrived", remark = Markup });
        await desk.DoAsync(number, "special", new { reason = Markup });
        await desk.DoAsync(number, "notes", new { text = Markup });
        await desk.DoAsync(number, "goodwill", new { lines = new[] { "parts" }, reason = Markup });
        await desk.DoAsync(number, "solution", new { solution = Markup });
        await desk.DoAsync(number, "verdict", new { verdict = "satisfied", remark = Markup });
        await desk.DoAsync(number, "pauses", new { party = "weather", reason = Markup });
        foreach (var path in new[] { "", "/visits", "/solution", "/print", "/changes?lines=0" })
        {
            var page = await desk.PageAsync($"/requests/{number}{path}");
            page.QuerySelectorAll("img[src=x], b").ShouldBeEmpty(path);
            if (path is "" or "/changes?lines=0") page.Body!.TextContent.ShouldContain(Markup);
        }
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task Of_several_files_one_that_is_refused_does_not_lose_the_others_and_content_says_what_a_photo_is(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (desk, number) = await office.CallAsync(Entrance.Page);
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[40]], heic = [0, 0, 0, 24, .. "ftypheix"u8, .. new byte[40]];
        using var sent = await UploadAsync(desk, number, ("铭牌.html", jpeg), ("程序.jpg", "MZ"u8.ToArray()), ("现场.jpg", heic));
        sent.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        sent.Headers.GetValues("Set-Cookie").ShouldContain(c => c.StartsWith("flash=Warn", StringComparison.Ordinal));
        var kept = (await office.GetAsync($"/requests/{number}")).GetProperty("attachments").EnumerateArray();
        kept.Select(a => (a.GetProperty("name").GetString(), a.GetProperty("mediaType").GetString()))
            .ShouldBe([("铭牌.jpg", "image/jpeg"), ("现场.heic", "image/heic")]);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task A_photo_is_kept_and_shown_and_a_fake_one_refused(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (desk, number) = await office.CallAsync(Entrance.Page);
        var png = Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        (await UploadAsync(desk, number, "铭牌.png", png)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var script = "<script>alert(1)</script>"u8.ToArray();
        foreach (var (name, bytes) in new[] { ("a.png", script), ("c.svg", "<svg/>"u8.ToArray()), ("d.jpg", []) })
        {
            using var refused = await UploadAsync(desk, number, name, bytes);
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, name);
            (await Counter.DocumentAsync(refused)).QuerySelector(".field-error")!.TextContent.ShouldContain(name);
        }

        var page = await desk.PageAsync($"/requests/{number}");
        var picture = page.QuerySelectorAll(".files img").Cast<IHtmlImageElement>().ShouldHaveSingleItem().GetAttribute("src")!;
        using var sent = await desk.GetAsync(picture);
        sent.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        sent.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        sent.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        (await sent.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(png);
        var stranger = await Counter.AsAsync(office, "customer");
        (await stranger.GetAsync(picture)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task Photos_come_along_with_the_solution_and_a_wrong_file_keeps_what_was_typed(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (desk, number) = await office.CallAsync(Entrance.Page);
        using var wrong = await SolveAsync(desk, number, ("程序.jpg", "MZ"u8.ToArray()));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await Counter.DocumentAsync(wrong);
        again.QuerySelector(".field-error")!.TextContent.ShouldContain("程序.jpg");
        Counter.FieldsOf(again, $"/requests/{number}/solution")["solution"].ShouldBe("更换机封");
        (await office.GetAsync($"/requests/{number}")).GetProperty("attachments").GetArrayLength().ShouldBe(0);

        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[40]];
        using var solved = await SolveAsync(desk, number, ("修好.jpg", jpeg));
        solved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var request = await office.GetAsync($"/requests/{number}");
        request.GetProperty("solution").GetString().ShouldBe("更换机封");
        request.GetProperty("attachments").EnumerateArray().Single().GetProperty("name").GetString().ShouldBe("修好.jpg");
    }

    [Fact]
    public async Task What_is_not_visible_is_not_found_and_notes_stay_in_the_house()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        var (desk, number) = await office.CallAsync(Entrance.Page);
        await desk.DoAsync(number, "notes", new { text = "仅供内部" });
        var customer = await Counter.AsAsync(office, "customer");
        foreach (var path in new[] { "", "/print", "/changes?lines=1" })
            (await customer.GetAsync($"/requests/{number}{path}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        (await desk.GetAsync("/requests/FW-2026-999999")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_printed_form_carries_number_code_back_and_everything_decided()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        var (desk, number) = await office.CallAsync(Entrance.Page);
        var form = await desk.PageAsync($"/requests/{number}/print");
        form.QuerySelector(".form-qr svg path").ShouldNotBeNull();
        form.QuerySelector(".form-qr svg")!.GetAttribute("aria-label").ShouldBe($"http://localhost/requests/{number}");
        form.Body!.TextContent.ShouldContain(number);
        form.Body.TextContent.ShouldContain("轴承异响，停机");
        form.Body.TextContent.ShouldContain("10 Mar 2026");
        form.QuerySelectorAll(".signature").Length.ShouldBe(2);
        // Said as people say it: the region by its name, what is borne alike together.
        form.Body.TextContent.ShouldContain("江苏省 苏州市 虎丘区");
        form.Body.TextContent.ShouldNotContain("320505");
        form.Body.TextContent.ShouldContain("Parts, Labour");
    }

    private static Task<HttpResponseMessage> UploadAsync(Counter desk, string number, string name, byte[] bytes) =>
        UploadAsync(desk, number, (name, bytes));

    private static Task<HttpResponseMessage> UploadAsync(Counter desk, string number, params (string Name, byte[] Bytes)[] files) =>
        SendAsync(desk, $"/requests/{number}/attachments", [], files);

    private static Task<HttpResponseMessage> SolveAsync(Counter desk, string number, params (string Name, byte[] Bytes)[] files) =>
        SendAsync(desk, $"/requests/{number}/solution", new() { ["solution"] = "更换机封" }, files);

    private static async Task<HttpResponseMessage> SendAsync(
        Counter desk, string action, Dictionary<string, string> typed, (string Name, byte[] Bytes)[] files)
    {
        var fields = Counter.FieldsOf(await desk.PageAsync(action), action);
        foreach (var (field, value) in typed) fields[field] = value;
        using var content = new MultipartFormDataContent();
        foreach (var (field, value) in fields) content.Add(new StringContent(value), field);
        foreach (var (name, bytes) in files)
            content.Add(new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } }, "files", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = content };
        return await desk.SendAsync(request);
    }

    private static async Task<(HttpStatusCode Status, string Body)> PostNoteAsync(Office office, string number, string text,
        string? etag = null, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/requests/{number}/notes")
        {
            Content = new StringContent($$"""{"text":"{{text}}"}""", Encoding.UTF8, "application/json"),
        };
        if (etag is not null) request.Headers.IfMatch.Add(new EntityTagHeaderValue(etag));
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var response = await office.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
