using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Journal;

/// <summary>What was changed about the company itself: accounts, tokens, settings. One document, so that its lines are chained and verified
/// as all others are.</summary>
public sealed class CompanyJournal : Document
{
    /// <summary>There is one.</summary>
    public static readonly Guid Only = new("00000000-0000-7000-8000-00000000c001");

    private CompanyJournal() { }

    public override string Kind => "company";
    public override Headline Headline => new("", "");

    /// <summary>Notes a change in the save of that change.</summary>
    public static async Task NoteAsync(ServiceDb db, string code, Actor by, DateTimeOffset at,
        params (string Name, object? Value)[] arguments)
    {
        var journal = await db.Set<CompanyJournal>().FindAsync(Only);
        if (journal is null) db.Add(journal = new CompanyJournal { Id = Only });
        journal.Record(code, by, at, arguments);
    }
}
