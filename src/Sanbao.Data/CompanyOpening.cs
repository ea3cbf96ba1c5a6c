using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data;

/// <summary>
/// An absent database is no new company: where one was kept, as the mark in its folder says, its own records are opened or nothing is.
/// </summary>
public static class CompanyOpening
{
    /// <summary>
    /// Opens the records of the company: begins them in a new place, brings those that are there to this program's shape. Gives how many
    /// migrations ran.
    /// </summary>
    /// <param name="begin">False: there must be some already.</param>
    /// <exception cref="RefusedException">A company was kept here and its records are gone, or what is there is something else.</exception>
    public static async Task<int> OpenAsync(this ServiceDatabase database, bool begin = true, CancellationToken cancel = default)
    {
        var (mark, found) = (CompanyMark.Read(database.Folder), await database.FindAsync(cancel));
        Refusal.Throw(WhyNotOpen(database, mark, found, begin));
        var ran = await database.MigrateAsync(cancel);
        await database.ClaimAsync(cancel);
        database.BeganHere = found is not FoundRecords.Ours && database.Folder.IsNew;
        return ran;
    }

    private static Refusal? WhyNotOpen(ServiceDatabase database, CompanyMark? mark, FoundRecords found, bool begin)
    {
        if (mark is not null && mark.Database != database.Kind) return new("database.other-kind." + mark.Database, database.Folder.Path);
        return found switch
        {
            FoundRecords.Foreign => new("database.foreign", database.Place),
            FoundRecords.None or FoundRecords.Empty when mark is not null => Gone(database),
            FoundRecords.None or FoundRecords.Empty => begin ? null : new("database.not-there", database.Place),
            FoundRecords.Ours => null,
        };
    }

    /// <summary>Sees that records and folder belong to the same company. Where both are new they do from now on.</summary>
    /// <exception cref="RefusedException">They belong to two, or the tables are there and the folder's company is not.</exception>
    public static async Task ClaimAsync(this ServiceDatabase database, CancellationToken cancel = default)
    {
        await using var db = database.CreateDbContext();
        var mark = CompanyMark.Read(database.Folder);
        if (mark is null) await NameAsync(db, cancel);
        var company = await db.IdentityAsync(cancel) ?? throw new RefusedException(Gone(database));
        Refusal.Throw(database.WhyNotOf(company));
        if (mark is null) new CompanyMark(company, database.Kind).Write(database.Folder);
    }

    /// <summary>Why records of that company cannot be kept in this folder.</summary>
    public static Refusal? WhyNotOf(this ServiceDatabase database, string company) =>
        CompanyMark.Read(database.Folder) is { } mark && mark.Company != company
            ? new("database.other-company", database.Folder.Path, database.Folder.Mark)
            : null;

    /// <summary>Which company the records are of; null: none has begun here.</summary>
    public static Task<string?> IdentityAsync(this ServiceDb db, CancellationToken cancel = default) =>
        db.Set<CompanyIdentity>().Select(i => (string?)i.Company).SingleOrDefaultAsync(cancel);

    /// <summary>Of two nodes that begin at once, one is first.</summary>
    private static async Task NameAsync(ServiceDb db, CancellationToken cancel)
    {
        var (only, fresh) = (CompanyIdentity.Only, Guid.NewGuid().ToString("N"));
        FormattableString naming = $"INSERT INTO com_identity (id, company) VALUES ({only}, {fresh}) ON CONFLICT DO NOTHING";
        await db.Database.ExecuteSqlAsync(naming, cancel);
    }

    private static Refusal Gone(ServiceDatabase database) => new("database.gone", database.Folder.Path, database.Place);
}
