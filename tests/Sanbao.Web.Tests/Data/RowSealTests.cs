using Microsoft.EntityFrameworkCore;
using Sanbao.Data.State;
using Sanbao.Data.Writing;

namespace Sanbao.Web.Tests.Data;

/// <summary>What a line says of a row.</summary>
public sealed class RowSealTests
{
    [Fact]
    public void One_value_has_one_seal_on_both_databases()
    {
        var id = Guid.Parse("01a22c58-65fd-7692-80b9-f72370c29c42");
        Seal(id).ShouldBe(Seal(id.ToByteArray(bigEndian: true)));
        Seal(1.5m).ShouldBe(Seal(1.50m));
        Seal(7).ShouldBe(Seal(7L));
        var ticks = new DateOnly(2026, 5, 2).ToDateTime(new(1, 2, 3)).Ticks;
        Seal(new DateTime(ticks, DateTimeKind.Utc)).ShouldBe(Seal(new DateTime(ticks, DateTimeKind.Unspecified)));
    }

    [Fact]
    public void Values_that_differ_have_seals_that_differ()
    {
        object?[] values = [null, "", "0", 0, false, 1, true, 1.0m, "n", new DateOnly(1, 1, 2), new DateTime(1), new byte[] { 0 }];
        values.Select(Seal).Distinct().Count().ShouldBe(values.Length);
        // What ends one column never passes for the beginning of the next.
        RowSeal.Of(["ab", "c"], [0, 1]).ShouldNotBe(RowSeal.Of(["a", "bc"], [0, 1]));
    }

    [Fact]
    public void A_column_that_came_later_is_not_asked_of_lines_that_were_written_before()
    {
        using var earlier = new Shop(withNote: false);
        using var later = new Shop(withNote: true);
        var (before, after) = (PlanOf(earlier), PlanOf(later));
        var said = before.Sealed.Of(before.Values(new Thing { Id = 1, Name = "泵" }), version: 1);

        var row = after.Values(new Thing { Id = 1, Name = "泵", Note = "后来的" });
        after.Sealed.Of(row, version: 1).ShouldBe(said);
        after.Sealed.Of(row, version: 2).ShouldNotBe(after.Sealed.Of(after.Values(new Thing { Id = 1, Name = "泵" }), version: 2));
        var changed = after.Values(new Thing { Id = 1, Name = "阀", Note = "后来的" });
        after.Sealed.Differences(said, after.Sealed.Of(changed, version: 1), version: 1).ShouldBe(["Name"]);
    }

    private static string Seal(object? value) => RowSeal.Of([value], [0]);

    private static RowPlan PlanOf(DbContext db) => new(db.Model.FindEntityType(typeof(Thing))!);

    private sealed class Thing
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        public string? Note { get; set; }
    }

    private sealed class Shop(bool withNote) : DbContext(new DbContextOptionsBuilder<Shop>().UseSqlite("Data Source=:memory:").Options)
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) =>
            options.ReplaceService<Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory, ByNote>();

        protected override void OnModelCreating(ModelBuilder model)
        {
            var thing = model.Entity<Thing>();
            thing.ToTable("things").HasKey(t => t.Id);
            if (withNote) thing.Property(t => t.Note).HashedSince(2);
            else thing.Ignore(t => t.Note);
        }

        private bool WithNote => withNote;

        private sealed class ByNote : Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory
        {
            public object Create(DbContext context, bool designTime) => (((Shop)context).WithNote, designTime);
        }
    }
}
