using System.Net;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data.Journal;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.InstalledBase;

namespace Sanbao.Web.Tests.Customers;

/// <summary>Papers of a contract, through the page and through the API, on both databases.</summary>
public class AnnexTests(PostgresCluster cluster)
{
    private static readonly byte[] Paper = [.. "%PDF-1.7 合同"u8];

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_paper_is_handed_in_on_the_page_or_by_a_program_and_can_be_fetched(Kind kind)
    {
        await using var depot = await Depot.OpenAsync(kind, cluster);
        var contract = await ContractAsync(depot);
        (await depot.FilesAsync($"/contracts/{contract}/attachments", $"/contracts/{contract}", ("合同扫描件.pdf", Paper)))
            .Status.ShouldBe(HttpStatusCode.SeeOther);
        (await depot.GetAsync($"/contracts/{contract}")).Text.ShouldContain("合同扫描件.pdf");
        // The very same paper is kept once.
        var (status, text) = await depot.FilesAsync(
            $"/api/v1/contracts/{contract}/attachments", null, ("合同扫描件.pdf", Paper), ("技术协议.pdf", [.. Paper, 1]));
        status.ShouldBe(HttpStatusCode.OK, text);
        var (_, answer) = await depot.JsonGetAsync($"/api/v1/contracts/{contract}");
        var annexes = answer.GetProperty("attachments").EnumerateArray().ToList();
        annexes.ConvertAll(a => a.GetProperty("name").GetString()).ShouldBe(["合同扫描件.pdf", "技术协议.pdf"]);
        foreach (var path in new[] { "/contracts", "/api/v1/contracts" })
        {
            var (sent, content) = await depot.GetAsync($"{path}/{contract}/attachments/{annexes[0].GetProperty("id").GetGuid()}");
            sent.ShouldBe(HttpStatusCode.OK);
            content.ShouldBe("%PDF-1.7 合同");
        }
        await using var db = depot.Read();
        (await db.TimelineAsync(contract, Actor.System)).Select(l => l.Code)
            .ShouldBe(["contract.created", "contract.attached", "contract.attached"]);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_is_no_paper_is_told_by_its_name_and_does_not_lose_the_others(Kind kind)
    {
        await using var depot = await Depot.OpenAsync(kind, cluster);
        var contract = await ContractAsync(depot);
        var all = $"/contracts/{contract}/attachments";
        (string, byte[])[] mixed = [("合同.pdf", Paper), ("程序.pdf", [.. "MZ 不是文件"u8])];
        var (taken, told) = await depot.FilesAsync("/api/v1" + all, null, mixed);
        taken.ShouldBe(HttpStatusCode.OK);
        var answer = System.Text.Json.JsonDocument.Parse(told).RootElement;
        answer.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("name").GetString()).ShouldBe(["合同.pdf"]);
        answer.GetProperty("refused").EnumerateArray().ShouldHaveSingleItem().GetString()!.ShouldContain("程序.pdf");
        (await depot.FilesAsync(all, $"/contracts/{contract}", mixed)).Status.ShouldBe(HttpStatusCode.SeeOther);
        var (status, page) = await depot.FilesAsync(all, $"/contracts/{contract}", mixed[1]);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ShouldContain("程序.pdf");
        page.ShouldContain("id=\"files-error\"");
        (await depot.FilesAsync($"/contracts/{contract}/attachments", $"/contracts/{contract}"))
            .Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var (wrong, text) = await depot.FilesAsync($"/api/v1/contracts/{contract}/attachments", null, ("空.pdf", []));
        wrong.ShouldBe(HttpStatusCode.UnprocessableEntity);
        text.ShouldContain("空.pdf");
        (string, byte[])[] eleven = [.. Enumerable.Range(0, 11).Select(i => ($"{i}.pdf", Paper))];
        (await depot.FilesAsync($"/api/v1/contracts/{contract}/attachments", null, eleven))
            .Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await using var db = depot.Read();
        (await db.Papers.Select(p => p.Name).ToListAsync()).ShouldBe(["合同.pdf"]);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Who_may_not_see_the_contract_finds_no_paper_and_who_may_not_edit_adds_none(Kind kind)
    {
        await using var depot = await Depot.OpenAsync(kind, cluster);
        var contract = await ContractAsync(depot);
        await depot.FilesAsync($"/api/v1/contracts/{contract}/attachments", null, ("合同.pdf", Paper));
        var (_, answer) = await depot.JsonGetAsync($"/api/v1/contracts/{contract}");
        var path = $"/contracts/{contract}/attachments/{answer.GetProperty("attachments")[0].GetProperty("id").GetGuid()}";

        depot.Actor = A.Clerk with { Permissions = Roles.PermissionsOf(["engineer"]) };
        (await depot.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
        (await depot.GetAsync($"/contracts/{contract}")).Text.ShouldNotContain("上传附件");
        (await depot.FilesAsync($"/api/v1/contracts/{contract}/attachments", null, ("合同.pdf", Paper)))
            .Status.ShouldBe(HttpStatusCode.Forbidden);
        (await depot.GetAsync($"{path}/removal")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await depot.JsonAsync(HttpMethod.Post, $"/api/v1{path}/removal", new { reason = "不要了" }))
            .Status.ShouldBe(HttpStatusCode.Forbidden);
        depot.Actor = new(Guid.NewGuid(), "经销商", [Roles.Dealer],
            [.. Roles.PermissionsOf([Roles.Dealer]), Permission.EditEquipment]) { Dealer = Guid.NewGuid() };
        (await depot.JsonAsync(HttpMethod.Post, $"/api/v1{path}/removal", new { reason = "不要了" }))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var hidden in new[] { path, "/api/v1" + path }) (await depot.GetAsync(hidden)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await depot.FilesAsync($"/api/v1/contracts/{contract}/attachments", null, ("合同.pdf", Paper)))
            .Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_paper_is_taken_off_for_a_reason_that_the_contract_keeps(Kind kind)
    {
        await using var depot = await Depot.OpenAsync(kind, cluster);
        var contract = await ContractAsync(depot);
        await depot.FilesAsync(
            $"/api/v1/contracts/{contract}/attachments", null, ("传错的.pdf", Paper), ("旧版协议.pdf", [.. Paper, 1]), ("合同.pdf", [.. Paper, 2]));
        var (_, before) = await depot.JsonGetAsync($"/api/v1/contracts/{contract}");
        var ids = before.GetProperty("attachments").EnumerateArray().Select(a => a.GetProperty("id").GetGuid()).ToList();
        var (page, api) = ($"/contracts/{contract}/attachments/{ids[0]}", $"/api/v1/contracts/{contract}/attachments/{ids[1]}");

        var (wrong, again) = await depot.FormAsync($"{page}/removal", ("reason", " "));
        wrong.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.ShouldContain("id=\"reason-error\"");
        (await depot.FormAsync($"{page}/removal", ("reason", "传错了合同"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await depot.JsonAsync(HttpMethod.Post, $"{api}/removal", new { reason = "" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var (status, answer) = await depot.JsonAsync(HttpMethod.Post, $"{api}/removal", new { reason = "已被新版替代" });
        status.ShouldBe(HttpStatusCode.OK, answer.ToString());
        answer.GetProperty("items").EnumerateArray().Select(a => a.GetProperty("name").GetString()).ShouldBe(["合同.pdf"]);

        foreach (var gone in new[] { page, api, $"{page}/removal" }) (await depot.GetAsync(gone)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await depot.JsonAsync(HttpMethod.Post, $"{api}/removal", new { reason = "再来一次" })).Status.ShouldBe(HttpStatusCode.NotFound);
        var shown = (await depot.GetAsync($"/contracts/{contract}")).Text;
        shown.ShouldContain("移除附件 传错的.pdf");
        shown.ShouldContain("传错了合同");
        await using var db = depot.Read();
        (await db.TimelineAsync(contract, Actor.System)).FindAll(l => l.Code == "contract.paper-removed")
            .ConvertAll(l => (l.By, l.Arguments["name"].GetString(), l.Arguments["reason"].GetString()))
            .ShouldBe([(A.Clerk.Name, "传错的.pdf", "传错了合同"), (A.Clerk.Name, "旧版协议.pdf", "已被新版替代")]);
    }

    private static async Task<Guid> ContractAsync(Depot depot)
    {
        var customer = A.Customer();
        var contract = Contract.Create(customer.Id, new() { Number = "HT-1" }, A.Clerk, A.Now);
        await depot.WriteAsync(c => { c.Add(customer); c.Add(contract); });
        return contract.Id;
    }
}
