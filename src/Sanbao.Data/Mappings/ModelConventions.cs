using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Mappings;

/// <summary>What holds for every table.</summary>
internal static class ModelConventions
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            // A type that became a complex property lingers until the model is finished.
            if (entity.FindPrimaryKey() is not { } primary) continue;
            NameColumns(entity, "");
            // Keys come from the instant of creation, never from the database.
            if (entity.ClrType != typeof(IdentityUserClaim<Guid>))
                foreach (var key in primary.Properties) key.ValueGenerated = ValueGenerated.Never;
            if (typeof(Document).IsAssignableFrom(entity.ClrType)) Documents(model, entity);
        }
    }

    /// <summary>Columns are lower case with underlines, so that both databases read them without quotes.</summary>
    private static void NameColumns(IMutableTypeBase type, string prefix)
    {
        foreach (var property in type.GetDeclaredProperties())
            property.SetColumnName(prefix + JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        foreach (var complex in type.GetDeclaredComplexProperties())
            NameColumns(complex.ComplexType, prefix + JsonNamingPolicy.SnakeCaseLower.ConvertName(complex.Name) + "_");
    }

    private static void Documents(ModelBuilder model, IMutableEntityType entity)
    {
        var document = model.Entity(entity.ClrType);
        document.Property(nameof(Document.Version)).IsConcurrencyToken();
    }
}
