using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Sanbao.Data;

namespace Sanbao.Web.Tests.Documents.StandIn;

/// <summary>Maps the stand-in beside what the product maps.</summary>
internal sealed class TripModel(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        modelBuilder.Entity<Trip>().ToTable("tri_trips").HasKey(t => t.Id);
        base.Customize(modelBuilder, context);
    }
}

internal static class TripStore
{
    /// <summary>The table, as the next migration would make it.</summary>
    public static async Task CreateAsync(ServiceDb db)
    {
        var model = db.GetService<IDesignTimeModel>().Model.GetRelationalModel();
        var made = db.GetService<IMigrationsModelDiffer>().GetDifferences(null, model).Where(o => o is
            Microsoft.EntityFrameworkCore.Migrations.Operations.CreateTableOperation { Name: "tri_trips" });
        foreach (var command in db.GetService<IMigrationsSqlGenerator>().Generate([.. made], db.GetService<IDesignTimeModel>().Model))
            await db.Database.ExecuteSqlRawAsync(command.CommandText);
    }
}
