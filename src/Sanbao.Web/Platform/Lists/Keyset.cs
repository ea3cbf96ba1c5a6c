using System.Collections.Immutable;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Sanbao.Web.Platform.Lists;

/// <summary>
/// The order of a list, and its pages: along an index from a cursor on, forward or backward, so that a page costs the same however many
/// rows there are and neither skips nor repeats one while others write. The keys together are unique.
/// </summary>
internal sealed class Keyset<T>
{
    private readonly ImmutableArray<LambdaExpression> keys;
    private readonly bool upwards;
    private readonly string order;

    private Keyset(bool upwards, Expression<Func<T, object>>[] keys)
    {
        (this.upwards, this.keys) = (upwards, [.. keys.Select(Plain)]);
        order = $"{(upwards ? "+" : "-")}{typeof(T).Name}:{string.Join(',', this.keys.Select(k => k.Body))}";
    }

    /// <summary>The smallest first.</summary>
    public static Keyset<T> By(params Expression<Func<T, object>>[] keys) => new(true, keys);

    /// <summary>The largest, latest, first.</summary>
    public static Keyset<T> Latest(params Expression<Func<T, object>>[] keys) => new(false, keys);

    /// <param name="row">What is read of each.</param>
    /// <param name="counted">The same rows reached in a way that counts faster; null: as they are listed.</param>
    public async Task<Found<TRow>> FindAsync<TRow>(
        IQueryable<T> all, Expression<Func<T, TRow>> row, ListPlace place, CancellationToken cancel, IQueryable<T>? counted = null)
    {
        var rows = await ReadAsync(all, row, place, cancel);
        // Whoever leafs back to the beginning finds the first page, whole.
        if (place.Backward && rows.Count <= place.Size) rows = await ReadAsync(all, row, place = place with { From = null }, cancel);
        var more = rows.Count > place.Size;
        if (more) rows.RemoveAt(place.Size);
        if (place.Backward) rows.Reverse();
        var count = place.Counted ? await CappedCount.OfAsync(counted ?? all, cancel) : CappedCount.Of(0);
        return new(
            rows.ConvertAll(r => r.Row),
            place.From is not null && rows.Count > 0 ? CursorOf(rows[0].Keys) : null,
            place.Backward || more ? CursorOf(rows[^1].Keys) : null,
            count);
    }

    /// <summary>From the cursor on; backward in the opposite order.</summary>
    public IQueryable<T> From(IQueryable<T> all, ListCursor? from) => Sort(
        from is null ? all : all.Where(KeysetPredicate.Beyond<T>(keys, Own(from), upwards != from.Backward)), from is { Backward: true });

    /// <summary>A place in another order, whose keys may be of the same kinds, is none in this one.</summary>
    private ListCursor Own(ListCursor place) =>
        place.Keys is [var said, .. var own] && said == order ? place with { Keys = own } : throw place.Unknown();

    /// <summary>One row more than the page holds if there is one.</summary>
    private Task<List<Placed<TRow>>> ReadAsync<TRow>(IQueryable<T> all, Expression<Func<T, TRow>> row, ListPlace place,
        CancellationToken cancel) =>
        From(all, place.From).Take(place.Size + 1).Select(Place(row)).ToListAsync(cancel);

    private IQueryable<T> Sort(IQueryable<T> all, bool backward)
    {
        var (sorted, up) = (all, upwards != backward);
        foreach (var key in keys)
        {
            var verb = (sorted == all, up) switch
            {
                (true, true) => nameof(Queryable.OrderBy),
                (true, false) => nameof(Queryable.OrderByDescending),
                (false, true) => nameof(Queryable.ThenBy),
                (false, false) => nameof(Queryable.ThenByDescending),
            };
            sorted = all.Provider.CreateQuery<T>(
                Expression.Call(typeof(Queryable), verb, [typeof(T), key.ReturnType], sorted.Expression, Expression.Quote(key)));
        }
        return sorted;
    }

    /// <summary>Reads the keys beside the row.</summary>
    private Expression<Func<T, Placed<TRow>>> Place<TRow>(Expression<Func<T, TRow>> row)
    {
        var values = keys.Select(k =>
            Expression.Convert(ReplacingExpressionVisitor.Replace(k.Parameters[0], row.Parameters[0], k.Body), typeof(object)));
        return Expression.Lambda<Func<T, Placed<TRow>>>(
            Expression.New(typeof(Placed<TRow>).GetConstructors()[0], row.Body, Expression.NewArrayInit(typeof(object), values)),
            row.Parameters[0]);
    }

    private ListCursor CursorOf(object[] values) => new([order, .. values.Select(KeysetPredicate.Say)]);

    /// <summary>Without the box in which the compiler puts a value.</summary>
    private static LambdaExpression Plain(Expression<Func<T, object>> key) =>
        key.Body is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? Expression.Lambda(boxed.Operand, key.Parameters) : key;

    private sealed record Placed<TRow>(TRow Row, object[] Keys);
}
