using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Writing;

/// <summary>Gives the new documents of a save their counts, in the transaction of that save.</summary>
public static class Counting
{
    /// <param name="next">Raises the counter of that name and gives its value.</param>
    internal static async Task TakeAsync(ServiceDb db, Func<string, Task<long>> next)
    {
        // In one order, so that two saves never wait for each other's counters.
        var made = db.ChangeTracker.Entries<Document>().Where(e => e.State is EntityState.Added).Select(e => e.Entity);
        foreach (var document in made.OrderBy(d => d.Kind, StringComparer.Ordinal).ToList())
            if (document is ICounted counted) counted.TakeSeq(await next(Counter.OfSeq(document.Kind)));
    }

    /// <summary>Gives a new document the next number of its form and year, in the transaction that saves it.</summary>
    public static async Task NumberAsync(this ServiceDb db, INumbered document, int year)
    {
        var name = Counter.OfNumber(document.Form, year);
        document.TakeNumber(DocumentNumber.Of(document.Form, year, await (db.Next?.Invoke(name) ?? NextAsync(db, name))));
    }

    /// <summary>By the database itself, which holds the counter until the transaction ends.</summary>
    internal static async Task<long> NextAsync(ServiceDb db, string name) => (await db.Database.SqlQuery<long>(
        $"""
        INSERT INTO com_counters(name, value) VALUES ({name}, 1)
        ON CONFLICT (name) DO UPDATE SET value = com_counters.value + 1 RETURNING value AS "Value"
        """).ToListAsync())[0];
}
