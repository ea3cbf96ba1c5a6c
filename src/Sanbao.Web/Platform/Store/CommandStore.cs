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

    /// <summary>Migrated, with the shelf of charters filled. In a new place a company begins.</summary>
    public static Task<CommandStore> OpenAsync(Arguments arguments) => OpenAsync(arguments, begin: true);

    /// <summary>The same for a verb that looks at records: a folder that was mistyped is not taken for a company without any.</summary>
    public static Task<CommandStore> OpenThereAsync(Arguments arguments) => OpenAsync(arguments, begin: false);

    private static async Task<CommandStore> OpenAsync(Arguments arguments, bool begin)
    {
        var store = new CommandStore(arguments.Database());
        try
        {
            store.Migrated = await store.Database.OpenAsync(begin);
            await store.Charters.OpenAsync(CancellationToken.None);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
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
