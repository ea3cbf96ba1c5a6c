using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Data;
using Sanbao.Data.Journal;
using Sanbao.Web.Features.Import.Jobs;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;
using Sanbao.Web.Tests.Reliability;

namespace Sanbao.Web.Tests.Import.Page;

public class ImportPageTests(PostgresCluster cluster)
{
    private static async Task<int> CustomersIn(TestSite site)
    {
        await using var db = site.App.Services.GetRequiredService<ServiceDatabase>().CreateDbContext();
        return await db.Customers.CountAsync();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_file_is_looked_at_first_then_imported_and_sending_it_again_changes_nothing(Kind kind)
    {
        await using var site = await TestSite.Start(kind, cluster);
        using var browser = await site.SignIn("service-manager");
        var path = await browser.Sent(Sending.Customers);

        var preview = await browser.Calm(path);
        preview.Figures().ShouldBe(["3", "2", "0", "1"]);
        preview.QuerySelectorAll("table.list")[1].TextContent.ShouldContain("苏州轨道交通");
        preview.QuerySelectorAll("table.list tbody tr")[0].Children.Select(c => c.TextContent.Trim())
            .ShouldBe(["4", "行业", "渔业", preview.QuerySelectorAll("table.list tbody tr")[0].Children[3].TextContent.Trim()]);
        (await CustomersIn(site)).ShouldBe(0);

        (await browser.Run(path)).Figures().ShouldBe(["3", "2", "0", "1"]);
        (await CustomersIn(site)).ShouldBe(2);

        (await browser.Calm(await browser.Sent(Sending.Customers))).Figures().ShouldBe(["3", "0", "2", "1"]);
    }

    [Fact]
    public async Task The_errors_can_be_taken_out_as_a_list_with_line_column_value_and_reason()
    {
        await using var site = await TestSite.Start();
        using var browser = await site.SignIn("service-manager", "en");
        var path = await browser.Sent(Sending.Customers);
        await browser.Calm(path);
        using var list = await browser.Get(path + "/errors.csv");
        var lines = (await list.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Trim('\uFEFF').Split("\r\n");
        lines[0].ShouldBe("Line,Column,Value,What is wrong");
        lines[1].ShouldStartWith("4,行业,渔业,");
        list.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
    }

    [Theory]
    [InlineData("", "文件是空的")]
    [InlineData("客户名称,电话\n", "文件只有列名")]
    [InlineData(" \n,,\n", "文件是空的")]
    public async Task What_cannot_be_read_is_told_at_the_file(string text, string said)
    {
        await using var site = await TestSite.Start();
        using var browser = await site.SignIn("service-manager");
        using var answer = await browser.Send(System.Text.Encoding.UTF8.GetBytes(text));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Document(answer)).ErrorAt("file").ShouldContain(said);
    }

    [Fact]
    public async Task Pictures_old_workbooks_wrong_letters_and_files_that_are_too_large_are_refused_at_the_file()
    {
        await using var site = await TestSite.Start();
        using var browser = await site.SignIn("service-manager");
        using (var none = await browser.Send([], name: "")) (await Browser.Document(none)).ErrorAt("file").ShouldBe("请选择文件");
        (byte[] File, string Said)[] wrong =
        [
            ([0x89, 0x50, 0x4E, 0x47, 0, 0, 1], "不是文本文件"), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "旧版（.xls）"),
            ([.. "PK\u0003\u0004"u8, 1, 2, 3], "工作簿打不开"),
                (System.Text.Encoding.Latin1.GetBytes("name\nkøleskab på bagsiden ødelagt\n"), "第 2 行"),
            (new byte[Sanbao.Web.Features.Import.Page.ImportDesk.LargestFile + 1], "超过 64 MB"),
        ];
        foreach (var (file, said) in wrong)
        {
            using var answer = await browser.Send(file, name: "a.csv");
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, said);
            (await Browser.Document(answer)).ErrorAt("file").ShouldContain(said);
        }
    }

    [Fact]
    public async Task A_mapping_that_is_wrong_is_told_by_line_and_one_for_something_else_is_refused()
    {
        await using var site = await TestSite.Start();
        using var browser = await site.SignIn("service-manager");
        using var wrong = await browser.Send(Sending.Customers,
            mapFile: "mapping: m\nkind: customers\nname: {zh: 甲, en: A}\nfields: {nmae: 客户名称}\n"u8.ToArray());
        (await Browser.Document(wrong)).ErrorAt("mapFile").ShouldContain("第 4 行第 10 列");
        using var other = await browser.Send(Sending.Customers, map: "open-repair");
        (await Browser.Document(other)).ErrorAt("map").ShouldContain("服务请求");
        using var missing = await browser.Send(Sending.Customers, "requests", map: "open-repair");
        (await Browser.Document(missing)).ErrorAt("file").ShouldContain("repair_status");
    }

    [Fact]
    public async Task Columns_that_are_not_recognised_are_named_by_the_person()
    {
        await using var site = await TestSite.Start();
        using var browser = await site.SignIn("service-manager");
        var path = await browser.Sent("Firma;Telefon\n吴江水务;0512-1\n"u8.ToArray());
        var page = await browser.Calm(path);
        using var empty = await browser.Submit(page, path + "/columns", ("column-phone", "Telefon"));
        empty.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Document(empty)).QuerySelectorAll(".field-error").Single().TextContent.Trim().ShouldBe("必须指定");
        using var chosen = await browser.Submit(page, path + "/columns", ("column-name", "Firma"), ("column-phone", "Telefon"));
        chosen.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await browser.Run(path)).Figures()[1].ShouldBe("1");
    }

    [Fact]
    public async Task The_header_is_found_under_a_title_and_another_line_can_be_chosen()
    {
        await using var site = await TestSite.Start();
        using var browser = await site.SignIn("service-manager");
        var path = await browser.Sent("客户台账,,\n列甲,列乙,列丙\n客户名称,电话,备注\n吴江水务,0512-1,好\n"u8.ToArray());
        var page = await browser.Calm(path);
        page.QuerySelector(".plain-list")!.TextContent.ShouldContain("列名在第 3 行，其上 2 行未读取");
        (await Choose("9")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Choose("2")).ShouldBe(HttpStatusCode.SeeOther);
        page = await browser.Calm(path);
        page.QuerySelector("select[name=column-name]")!.TextContent.ShouldContain("列甲");
        (await Choose("3")).ShouldBe(HttpStatusCode.SeeOther);
        (await browser.Run(path)).Figures()[1].ShouldBe("1");

        async Task<HttpStatusCode> Choose(string line)
        {
            using var answer = await browser.Submit(page, path + "/header", ("header-line", line));
            return answer.StatusCode;
        }
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_file_can_be_discarded_while_it_is_looked_at_and_while_it_is_imported(Kind kind)
    {
        await using var site = await TestSite.Start(kind, cluster);
        using var browser = await site.SignIn("service-manager");
        var lines = Enumerable.Range(1, 100_000).Select(n => $"客户{n},0512-{n}\n");
        var many = System.Text.Encoding.UTF8.GetBytes("客户名称,电话\n" + string.Concat(lines));
        var looked = await browser.Sent(many);
        await Discarded(browser, looked);

        var path = await browser.Sent(many);
        using (var run = await browser.Submit(await browser.Calm(path), path + "/run")) run.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        await Poll.Until("some of it is stored", async () => await CustomersIn(site) > 0);
        await Discarded(browser, path);

        var stored = 0;
        await Poll.Until("it is noted how much was stored", async () => (stored = await NotedIn(site)) > 0);
        stored.ShouldBe(await CustomersIn(site));
        stored.ShouldBeLessThan(100_000);
    }

    private static async Task<int> NotedIn(TestSite site)
    {
        await using var db = site.App.Services.GetRequiredService<ServiceDatabase>().CreateDbContext();
        var lines = db.Set<JournalLine>().Where(l => l.DocumentId == CompanyJournal.Only && l.Text.Contains("import.noted"));
        var stored = Regex.Match(await lines.Select(l => l.Text).SingleOrDefaultAsync() ?? "", "\"stored\":\"?([0-9]+)");
        return stored.Success ? int.Parse(stored.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : 0;
    }

    private static async Task Discarded(Browser browser, string path)
    {
        using (var discarded = await browser.Submit(await browser.Page(path), path + "/discard"))
            discarded.Headers.Location!.ToString().ShouldBe("/import");
        foreach (var address in new[] { path, path + "/errors.csv" })
        {
            using var gone = await browser.Get(address);
            gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
        using var list = await browser.Get("/import");
        list.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Only_who_sent_a_file_sees_it_and_who_may_not_import_is_refused()
    {
        await using var site = await TestSite.Start();
        using var browser = await site.SignIn("service-manager");
        var path = await browser.Sent(Sending.Customers);
        await browser.Calm(path);
        using var other = await site.SignIn("administrator");
        foreach (var address in new[] { path, path + "/errors.csv" })
        {
            using var answer = await other.Get(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
        (await other.Page("/import")).QuerySelector(".empty").ShouldNotBeNull();
        using var engineer = await site.SignIn("engineer");
        using var refused = await engineer.Get("/import");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_file_goes_after_the_import_and_when_it_is_discarded()
    {
        await using var site = await TestSite.Start();
        using var browser = await site.SignIn("service-manager");
        var held = site.App.Services.GetRequiredService<HeldImports>();
        var path = await browser.Sent(Sending.Customers);
        await browser.Run(path);
        Should.Throw<FileNotFoundException>(() => held.Open(Guid.Parse(path.Split('/')[^1])));
        var second = await browser.Sent(Sending.Customers);
        using var discarded = await browser.Submit(await browser.Calm(second), second + "/discard");
        discarded.Headers.Location!.ToString().ShouldBe("/import");
        using var gone = await browser.Get(second);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_running_in_a_process_that_died_is_shown_as_broken_off_and_goes_on()
    {
        await using var site = await TestSite.Start();
        using var browser = await site.SignIn("service-manager");
        var held = site.App.Services.GetRequiredService<HeldImports>();
        var path = await browser.Sent(Sending.Customers);
        await browser.Calm(path);
        // As the dead process left it: marked as running, and nobody holds its lock.
        var (_, import) = Mine(held, path);
        held.Save(import with { Phase = ImportPhase.Running, Counts = import.Counts with { Read = 1 } });

        (await browser.Calm(path)).QuerySelector(".flash-warn")!.TextContent.ShouldContain("第 1 / 3 行处中断");
        (await browser.Run(path)).Figures()[1].ShouldBe("2");
    }

    [Fact]
    public async Task While_somebody_works_on_a_file_nobody_begins_a_second_time()
    {
        await using var site = await TestSite.Start();
        using var browser = await site.SignIn("service-manager");
        var held = site.App.Services.GetRequiredService<HeldImports>();
        var path = await browser.Sent(Sending.Customers);
        var page = await browser.Calm(path);
        await using var own = await held.TryLockAsync(Mine(held, path).Id);
        using var refused = await browser.Submit(page, path + "/run");
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await CustomersIn(site)).ShouldBe(0);
    }

    private static (Guid Id, HeldImport Import) Mine(HeldImports held, string path)
    {
        var id = Guid.Parse(path.Split('/')[^1]);
        return (id, held.Read(id)!);
    }
}
