using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sanbao.Data.State;

/// <summary>From which version of <see cref="RowSeal"/> on a column is hashed: lines that were written before do not know it.</summary>
internal static class Since
{
    private const string Annotation = "Sanbao:Since";

    public static PropertyBuilder<T> HashedSince<T>(this PropertyBuilder<T> property, int version) =>
        property.HasAnnotation(Annotation, version);

    /// <summary>1: from the beginning.</summary>
    public static int Of(IReadOnlyAnnotatable property) => property.FindAnnotation(Annotation)?.Value is int version ? version : 1;
}
