using Microsoft.EntityFrameworkCore;
using Sanbao.Data;

namespace Sanbao.Web.Tests.Data;

/// <summary>How SQLite goes about a query: which index it walks along, what it has to sort.</summary>
internal static class QueryPlan
{
    /// <param name="query">As the framework writes it out, with its parameters.</param>
    public static async Task<string> OfAsync(ServiceDb db, string query)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The query is EF's own.
        var parameters = query.Split('\n').Where(l => l.StartsWith(".param set", StringComparison.Ordinal)).Select(l => l.Split(' ', 4))
            .ToList();
        command.CommandText = "EXPLAIN QUERY PLAN "
            + string.Join(
            '\n', query.Split('\n').Where(l =>
            !l.StartsWith(".param", StringComparison.Ordinal) && !l.StartsWith("This LINQ query", StringComparison.Ordinal)));
#pragma warning restore CA2100
        foreach (var parameter in parameters)
        {
            var bound = command.CreateParameter();
            (bound.ParameterName, bound.Value) = (parameter[2], parameter[3].Trim().Trim('\''));
            command.Parameters.Add(bound);
        }
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var plan = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) plan.Add(reader.GetString(3));
        return string.Join('\n', plan);
    }
}
