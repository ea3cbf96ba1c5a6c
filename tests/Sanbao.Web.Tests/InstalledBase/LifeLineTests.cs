using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Data;
using Sanbao.Domain.InstalledBase;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Features.InstalledBase;
using Sanbao.Web.Platform.Lists;
using Sanbao.Web.Tests.Data;
using Words = Sanbao.Web.Texts.Words;

namespace Sanbao.Web.Tests.InstalledBase;

public class LifeLineTests(PostgresCluster cluster)
{
    private static readonly Words Chinese = Words.Of(Sanbao.Web.Texts.Language.Chinese);

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Dates_requests_and_the_periods_of_unit_and_component_stand_on_one_line(Kind kind)
    {
        await using var depot = await Depot.OpenAsync(kind, cluster);
        var product = A.Product();
        var unit = Equipment.Create(
            new() { Serial = "P-1", ProductId = product.Id, Dates = new() { ExFactory = new(2025, 1, 10), Commissioned = new(2025, 3, 1) },
                Evidence = ["commissioning"] }, A.Today, A.Clerk, A.Now);
        unit.AddComponent(new() { Name = "机械密封", Class = "wear" }, A.Clerk, A.Now);
        unit.AddComponent(
            new() { Name = "驱动电机", Class = "motor", Source = Sanbao.Domain.Charters.Source.UserDesignated, Supplied = new(2024, 12, 1) },
            A.Clerk, A.Now);
        await depot.WriteAsync(c => { c.Add(product); c.Add(unit); c.Add(A.Request(unit: unit), 2026); });
        using var scope = depot.Scope();
        var view = await UnitView.LoadAsync(scope.ServiceProvider.GetRequiredService<ServiceDb>(),
            scope.ServiceProvider.GetRequiredService<GoverningCharters>(), "p-1", A.Clerk, A.Today, default);

        var rows = LifeLine.Of(view, Chinese);

        rows.Single(r => r.Label == "重要日期").Marks.Select(m => m.Title).ShouldBe(["出厂日期 2025年1月10日", "调试投运日期 2025年3月1日"]);
        rows.Single(r => r.Label == "服务请求").Spans.ShouldHaveSingleItem().Title.ShouldStartWith("FW-2026-000001");
        rows.SelectMany(r => r.Spans).ShouldContain(s => s.From == new DateOnly(2025, 3, 1) && s.To == new DateOnly(2026, 3, 1));
        rows.SelectMany(r => r.Spans).ShouldContain(s => s.From == new DateOnly(2025, 1, 10) && s.To == new DateOnly(2026, 7, 10));
        rows.Where(r => r.Label.StartsWith("驱动电机", StringComparison.Ordinal)).SelectMany(r => r.Spans)
            .ShouldContain(s => s.To == new DateOnly(2025, 12, 1) && s.End == "至 2025年12月1日");
        LifeLine.AsTheUnit(view, Chinese).ShouldBe(["机械密封"]);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_list_of_fifty_asks_the_database_as_often_as_a_list_of_one(Kind kind)
    {
        await using var depot = await Depot.OpenAsync(kind, cluster);
        var (customer, product) = (A.Customer(), A.Product());
        await depot.WriteAsync(c => { c.Add(customer); c.Add(product); c.Add(A.Unit(product, customer, "U-000")); });
        var (one, _) = await CountedAsync(depot);
        await depot.WriteAsync(c => { for (var n = 1; n < 70; n++) c.Add(A.Unit(product, customer, $"U-{n:000}")); });
        var (many, found) = await CountedAsync(depot);

        many.ShouldBe(one);
        found.Items.Count.ShouldBe(50);
        found.Items[^1].Unit.Serial.ShouldBe("U-049");
        found.Count.Value.ShouldBe(70);
        using var scope = depot.Scope();
        var rest = await UnitQueries.FindAsync(scope.ServiceProvider.GetRequiredService<ServiceDb>(),
            scope.ServiceProvider.GetRequiredService<GoverningCharters>(), new(null), new(found.Next), A.Clerk, A.Today, default);
        (rest.Items.Count, rest.Items[0].Unit.Serial, rest.Next).ShouldBe((20, "U-050", null));
    }

    private static async Task<(int Commands, Found<UnitRow> Found)> CountedAsync(Depot depot)
    {
        using var scope = depot.Scope();
        var commands = new CountedCommands();
        await using var db = commands.Watch(scope.ServiceProvider.GetRequiredService<ServiceDb>());
        var charters = scope.ServiceProvider.GetRequiredService<GoverningCharters>();
        var found = await UnitQueries.FindAsync(db, charters, new("U-"), ListPlace.First, A.Clerk, A.Today, default);
        commands.Count.ShouldBeGreaterThan(0);
        return (commands.Count, found);
    }

    /// <summary>Counts the questions that one context asks.</summary>
    private sealed class CountedCommands : DbCommandInterceptor
    {
        public int Count { get; private set; }

        /// <summary>A context like the other one, watched.</summary>
        public ServiceDb Watch(ServiceDb like) => like.GetService<IDbContextOptions>() switch
        {
            DbContextOptions<SqliteServiceDb> sqlite =>
                new SqliteServiceDb(new DbContextOptionsBuilder<SqliteServiceDb>(sqlite).AddInterceptors(this).Options),
            DbContextOptions<PostgresServiceDb> postgres =>
                new PostgresServiceDb(new DbContextOptionsBuilder<PostgresServiceDb>(postgres).AddInterceptors(this).Options),
            _ => throw new InvalidOperationException("A third database."),
        };

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken =
                default)
        {
            Count++;
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
