using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Search;

/// <summary>The words under which one row is found, kept in the transaction that writes the row.</summary>
internal sealed record SearchWords(string Table, long Seq, IReadOnlyList<string> Words)
{
    /// <summary>All words but those of the number, which a new document gets last; null: its kind is not found by words.</summary>
    public static List<string>? BehindNumber(Document document)
    {
        if (document is not ISearched { Findable: var said }) return null;
        return
        [
            .. said.Texts.SelectMany(Bigrams.Words), .. said.Marks.SelectMany(Looks.Words), .. said.Names.SelectMany(OfName),
            .. said.Spoken.SelectMany(Pinyin.Words), .. Telephones.Words(said.Phones),
        ];
    }

    /// <param name="of">The table of its kind.</param>
    /// <param name="behind">What <see cref="BehindNumber"/> gave.</param>
    public static SearchWords Of(ISearched document, string of, IReadOnlyList<string> behind) =>
        new(SearchTables.NameOf(of), document.Seq, [.. Bigrams.Words((document as INumbered)?.Number), .. behind]);

    /// <summary>The words of every tracked document whose searchable texts are about to change.</summary>
    public static List<SearchWords> Changed(ServiceDb db)
    {
        List<SearchWords> changed =
        [
            .. db.ChangeTracker.Entries<ISearched>().Where(Differs)
                .Select(e => Of(e.Entity, e.Metadata.GetTableName()!, BehindNumber((Document)e.Entity)!)),
        ];
        if (changed.Exists(w => w.Seq == 0)) throw new InvalidOperationException("What is found by words is counted before it is saved.");
        return changed;
    }

    // What is told by a line alone may be a part that is found, too: a new contact changes no column of its customer.
    private static bool Differs(EntityEntry<ISearched> entry) => entry.State switch
    {
        EntityState.Added => true,
        EntityState.Modified => !Before(entry).Equals(entry.Entity.Findable),
        EntityState.Unchanged => entry.Entity is Document { Unsaved.Count: > 0 } && !Before(entry).Equals(entry.Entity.Findable),
        EntityState.Detached or EntityState.Deleted => false,
    };

    /// <summary>As its own columns had it; its parts are not among them.</summary>
    private static Findable Before(EntityEntry<ISearched> entry) => ((ISearched)entry.OriginalValues.ToObject()).Findable;

    /// <summary>What SQLite's full-text table takes: the words, parted by blanks.</summary>
    public string ForSqlite() => string.Join(' ', Words);

    /// <summary>A tsvector literal with positions. PostgreSQL's own parser would fuse 12轴; words of ours need no quoting inside.</summary>
    public string ForPostgres()
    {
        var literal = new StringBuilder();
        // A tsvector knows positions up to 16383.
        for (var i = 0; i < Math.Min(Words.Count, 16_000); i++)
            literal.Append(CultureInfo.InvariantCulture, $"'{Words[i]}':{i + 1} ");
        return literal.ToString();
    }

    public Task StoreAsync(ServiceDb db, CancellationToken cancel) =>
#pragma warning disable EF1002, EF1003 // The table is one of our own.
        db.IsSqlite
            ? db.Database.ExecuteSqlRawAsync($"INSERT OR REPLACE INTO {Table}(rowid, words) VALUES ({{0}}, {{1}})", [Seq, ForSqlite()],
                cancel)
            : db.Database.ExecuteSqlRawAsync(
                $"INSERT INTO {Table}(seq, words) VALUES ({{0}}, {{1}}::tsvector) ON CONFLICT (seq) DO UPDATE SET words = excluded.words",
                [Seq, ForPostgres()], cancel);
#pragma warning restore EF1002, EF1003

    /// <summary>As it stands, and as if no blank stood in it.</summary>
    private static IEnumerable<string> OfName(string? name) =>
        name is null || !name.Any(char.IsWhiteSpace) ? Bigrams.Words(name)
        : Bigrams.Words(name).Concat(Bigrams.Words(TextKey.Name(name)));
}
