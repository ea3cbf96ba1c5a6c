using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;

namespace Sanbao.Data.Search;

/// <summary>The words under which one row is found, kept in the transaction that writes the row.</summary>
internal sealed record SearchWords(string Table, long Seq, IReadOnlyList<string> Words)
{
    private static readonly string[] OfRequest =
    [
        nameof(ServiceRequest.Number), nameof(ServiceRequest.Description), nameof(ServiceRequest.CustomerName),
            nameof(ServiceRequest.Serial),
        nameof(ServiceRequest.Model), nameof(ServiceRequest.ProductText), nameof(ServiceRequest.ReporterName),
            nameof(ServiceRequest.Solution),
        nameof(ServiceRequest.CustomerNow), nameof(ServiceRequest.CustomerPhone), nameof(ServiceRequest.ReporterPhone),
    ];

    /// <summary>Null: its kind is not found by words.</summary>
    public static SearchWords? Of(Document document) => document switch
    {
        ServiceRequest request => Of(request),
        Customer customer => Of(customer),
        Product product => Of(product),
        _ => null,
    };

    public static SearchWords Of(ServiceRequest r) => Numbered(r, BehindNumber(r));

    /// <summary>All words but those of the number, which a new request gets last.</summary>
    public static List<string> BehindNumber(ServiceRequest r) =>
        [
            .. ToIndex([r.Description, r.Serial, r.Model, r.ProductText, r.Solution]), .. Looks.Words(r.Serial), .. Looks.Words(r.Model),
            .. OfName(r.CustomerName), .. OfName(r.ReporterName), .. OfName(r.CustomerNow),
            .. Telephones.Words([r.CustomerPhone, r.ReporterPhone]),
        ];

    public static SearchWords Numbered(ServiceRequest r, IReadOnlyList<string> behind) =>
        new("req_search", r.Seq, [.. Bigrams.Words(r.Number), .. behind]);

    public static SearchWords Of(Customer c) => new("cus_search", c.Seq,
        [
            .. c.Contacts.Select(x => x.Name).Prepend(c.Name).SelectMany(name => OfName(name).Concat(Pinyin.Words(name))),
            .. Telephones.Words([c.Phone, .. c.Contacts.Select(x => x.Phone)]),
        ]);

    public static SearchWords Of(Product p) => new("equ_product_search", p.Seq,
        [.. ToIndex([p.Model, p.Name, p.Line]), .. Looks.Words(p.Model), .. Pinyin.Words(p.Model), .. Pinyin.Words(p.Name)]);

    /// <summary>The words of every tracked row whose searchable texts are about to change.</summary>
    public static List<SearchWords> Changed(ServiceDb db)
    {
        var requests = db.ChangeTracker.Entries<ServiceRequest>()
            .Where(e => e.State is EntityState.Added || OfRequest.Any(name => e.Property(name).IsModified)).Select(e => Of(e.Entity));
        var customers = db.ChangeTracker.Entries<Customer>()
            // A new contact changes no column of the customer, but is told by a line.
            .Where(e => e.State is EntityState.Added or EntityState.Modified || e.Entity.Unsaved.Count > 0).Select(e => Of(e.Entity));
        var products = db.ChangeTracker.Entries<Product>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => Of(e.Entity));
        List<SearchWords> changed = [.. requests, .. customers, .. products];
        if (changed.Exists(w => w.Seq == 0)) throw new InvalidOperationException("What is found by words is counted before it is saved.");
        return changed;
    }

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

    private static List<string> ToIndex(IEnumerable<string?> texts) => [.. texts.SelectMany(Bigrams.Words)];
}
