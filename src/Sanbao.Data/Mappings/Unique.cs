using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sanbao.Data.Mappings;

/// <summary>What somebody hears whose value exists already where it may exist only once: at which field, as which code.</summary>
internal static class Unique
{
    private const string Annotation = "Sanbao:Taken";

    public static IndexBuilder<T> IsUnique<T>(this IndexBuilder<T> index, string field, string code) =>
        index.IsUnique().HasAnnotation(Annotation, $"{field} {code}");

    /// <summary>Nobody typed the value itself: whoever comes second is refused.</summary>
    public static IndexBuilder<T> IsUnique<T>(this IndexBuilder<T> index, string code) => index.IsUnique("", code);

    public static KeyBuilder Says(this KeyBuilder key, string field, string code) => key.HasAnnotation(Annotation, $"{field} {code}");

    /// <summary>Null: nobody hears of it. No field: it is refused.</summary>
    public static (string Field, string Code)? Of(IReadOnlyAnnotatable constraint) =>
        constraint.FindAnnotation(Annotation)?.Value is string said && said.Split(' ') is [var field, var code] ? (field, code) : null;
}
