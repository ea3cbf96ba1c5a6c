using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Web.Platform.CommandLine;

namespace Sanbao.Web.Platform.Store;

/// <summary>The company's records for one verb of the command line, beside a running server or without one.</summary>
internal sealed class CommandStore : IAsyncDisposable
{
    private CommandStore(ServiceDatabase database)
    {
        Database = database;
        Writer = new Writer(database);
        Charters = new CharterShelf(database, Writer, TimeProvider.System);
    }

    public ServiceDatabase Database { get; }
    public Writer Writer { get; }
    public CharterShelf Charters { get; }

    /// <summary>How many migrations ran when it was opened.</summary>
    public int Migrated { get; private set; }

    /// <summary>Migrated, with the shelf of charters filled.</summary>
    public static async Task<CommandStore> OpenAsync(Arguments arguments)
    {
        var store = new CommandStore(arguments.Database());
        try
        {
            store.Migrated = await store.Database.MigrateAsync();
            await store.Charters.OpenAsync(CancellationToken.None);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>The same for a verb that looks at records: a folder that was mistyped is not taken for a company without any.</summary>
    public static async Task<CommandStore> OpenThereAsync(Arguments arguments)
    {
        await using (var database = arguments.Database())
            if (!await database.ExistsAsync()) throw new RefusedException(new("database.not-there", database.IsSqlite ? arguments.DataFolder : database.Schema));
        return await OpenAsync(arguments);
    }

    /// <summary>What the company decided about itself; the product's own choices where it did not.</summary>
    public async Task<CompanySettings> SettingsAsync()
    {
        await using var db = Database.CreateDbContext();
        return await db.Settings.AsNoTracking().SingleOrDefaultAsync() ?? new CompanySettings();
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        await Database.DisposeAsync();
    }
}
