using System.Collections.Immutable;
using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Sanbao.Web.Platform.Lists;

/// <summary>Which rows lie beyond a cursor. Said so that both databases walk an index from there.</summary>
internal static class KeysetPredicate
{
    /// <summary>a >= A and (a > A or b > B): the first part is where the index is entered.</summary>
    public static Expression<Func<T, bool>> Beyond<T>(ImmutableArray<LambdaExpression> keys, ListCursor from, bool upwards)
    {
        if (from.Keys.Length != keys.Length) throw from.Unknown();
        var row = Expression.Parameter(typeof(T), "row");
        Expression? beyond = null;
        for (var i = keys.Length - 1; i >= 0; i--)
        {
            var key = ReplacingExpressionVisitor.Replace(keys[i].Parameters[0], row, keys[i].Body);
            var value = Held(Read(from.Keys[i], key.Type) ?? throw from.Unknown(), key.Type);
            var past = Compare(key, value, upwards ? ExpressionType.GreaterThan : ExpressionType.LessThan);
            beyond = beyond is null
                ? past
                : Expression.AndAlso(Compare(key, value, upwards ? ExpressionType.GreaterThanOrEqual : ExpressionType.LessThanOrEqual),
                    Expression.OrElse(past, beyond));
        }
        return Expression.Lambda<Func<T, bool>>(beyond!, row);
    }

    /// <summary>A key as the word of a cursor.</summary>
    public static string Say(object value) => value switch
    {
        string text => text,
        Guid id => id.ToString("N"),
        DateTimeOffset at => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        long or int => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => throw new NotSupportedException($"No list is sorted by {value.GetType()}."),
    };

    /// <summary>Null: no such key.</summary>
    private static object? Read(string word, Type type) =>
        type == typeof(string) ? word
        : type == typeof(Guid) ? Guid.TryParseExact(word, "N", out var id) ? id : null
        : !long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? null
        : type == typeof(DateTimeOffset)
            ? number is > -62_000_000_000_000 and < 253_402_300_800_000 ? DateTimeOffset.FromUnixTimeMilliseconds(number) : null
        : type == typeof(int) ? number is >= int.MinValue and <= int.MaxValue ? (int)number : null
        : type == typeof(long) ? number
        : throw new NotSupportedException($"No list is sorted by {type}.");

    /// <summary>In a field, as a closure would have it: the same question with another cursor is no new query.</summary>
    private static MemberExpression Held(object value, Type type)
    {
        var box = typeof(System.Runtime.CompilerServices.StrongBox<>).MakeGenericType(type);
        return Expression.Field(Expression.Constant(Activator.CreateInstance(box, value), box), "Value");
    }

    private static BinaryExpression Compare(Expression key, Expression value, ExpressionType how) =>
        key.Type == typeof(string) || key.Type == typeof(Guid)
            ? Expression.MakeBinary(how, Expression.Call(key, key.Type.GetMethod("CompareTo", [key.Type])!, value), Expression.Constant(0))
            : Expression.MakeBinary(how, key, value);
}
