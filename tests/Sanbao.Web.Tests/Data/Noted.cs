using Sanbao.Data;
using Sanbao.Data.Journal;

namespace Sanbao.Web.Tests.Data;

/// <summary>Accounts, tokens and settings never change without a line in the company's journal.</summary>
internal static class Noted
{
    public static Task AddNotedAsync(this ServiceDb db, params object[] added)
    {
        db.AddRange(added);
        return db.NotedAsync();
    }

    public static Task NotedAsync(this ServiceDb db) => CompanyJournal.NoteAsync(db, "test.changed", A.Clerk, A.Now);
}
