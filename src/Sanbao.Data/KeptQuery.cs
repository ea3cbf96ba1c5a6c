using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Sanbao.Data;

/// <summary>
/// A query that every contact asks, compiled by the framework once for each of the two databases: otherwise its expression is built,
/// searched for parameters and compared with all that are known, at every use, which costs more than the database.
/// </summary>
/// <param name="compile"><c>() => EF.CompileAsyncQuery(...)</c>.</param>
public sealed class KeptQuery<TQuery>(Func<TQuery> compile) where TQuery : Delegate
{
    private readonly ConcurrentDictionary<IModel, TQuery> compiled = new();

    public TQuery For(ServiceDb db) => compiled.GetOrAdd(db.Model, _ => compile());
}
