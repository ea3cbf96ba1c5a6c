using System.Text;
using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Import.Mapping;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Import;

/// <summary>Real input, kept beside the repository: 53,869 records of other people's repairs.</summary>
public class OpenRepairTests(PostgresCluster cluster)
{
    private const int Records = 53_869;

    private const string Header =
        "id,data_provider,country,partner_product_category,product_category,product_category_id,brand,year_of_manufacture,"
            + "product_age,repair_status,repair_barrier_if_end_of_life,group_identifier,event_date,problem\n";

    private const string Few = Header + """
        x_1,P,DNK,A ~ B,Coffee maker,36,Melitta,,,Fixed,,G,2025-04-01,Leaks
        x_2,P,DNK,A ~ B,Lamp,15,Unknown,,,End of life,Spare parts not available,G,2025-04-02,
        """;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_record_is_a_request_on_a_product_with_its_text_day_and_outcome(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        await Importing.Run(test, default, Few, map: ShippedMaps.Find("open-repair"));

        await using var db = test.Open();
        var requests = await db.Requests.OrderBy(r => r.Seq).ToListAsync();
        requests.Select(r => (r.ExternalReference, r.ProductText, r.Description, r.Solution, r.Repaired, r.Status)).ShouldBe(
        [
            ("open-repair/x_1", "Melitta Coffee maker", "Leaks", "Fixed", true, RequestStatus.Closed),
            ("open-repair/x_2", "Lamp", "", "End of life: Spare parts not available", false, RequestStatus.Closed),
        ]);
        (await db.Products.OrderBy(p => p.Model).Select(p => p.Line + "|" + p.Model).ToListAsync())
            .ShouldBe(["Lamp|Lamp", "Coffee maker|Melitta Coffee maker"], ignoreOrder: true);
    }

    [Fact]
    public async Task All_53869_records_come_in_are_counted_and_found()
    {
        var (files, withoutText) = Files();
        await using var test = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        var stored = 0L;
        foreach (var file in files)
        {
            await using var stream = file();
            var result = await Importing.Run(test, ShippedMaps.Find("open-repair")!, stream);
            (result.Refused, result.Stored).ShouldBe((0L, result.Total));
            stored += result.Stored;
        }
        stored.ShouldBe(Records);

        await using var db = test.Open();
        (await db.Requests.CountAsync()).ShouldBe(Records);
        (await db.Requests.CountAsync(r => r.Description == "")).ShouldBe(withoutText);
        var found = await db.Database.SqlQuery<long>(
            $"SELECT count(*) AS Value FROM req_requests_search WHERE words MATCH 'melitta'").SingleAsync();
        // Other words for the same, too: the brand stands in texts as well.
        found.ShouldBeGreaterThanOrEqualTo(await db.Requests.LongCountAsync(r => r.ProductText.Contains("Melitta")));
        found.ShouldBeGreaterThan(0);
    }

    /// <summary>The real files, or where they are not beside the repository as many lines of their format; and how many have no
    /// text.</summary>
    private static (IReadOnlyList<Func<Stream>> Files, int WithoutText) Files()
    {
        if (FolderOfFiles() is { } folder)
            return ([.. Directory.GetFiles(folder, "*.csv").Select(file => (Func<Stream>)(() => File.OpenRead(file)))], 29_929 + 4_749);
        var lines = Few.Split('\n');
        var made = new StringBuilder(lines[0]).Append('\n');
        for (var n = 0; n < Records; n++) made.Append(lines[1 + n % 2].Replace("x_", $"x{n}_", StringComparison.Ordinal)).Append('\n');
        return ([() => new MemoryStream(Encoding.UTF8.GetBytes(made.ToString()))], Records / 2);
    }

    private static string? FolderOfFiles()
    {
        var files = Repository.PathOf("..", "shared", "data", "openrepair");
        return Directory.Exists(files) ? files : null;
    }
}
