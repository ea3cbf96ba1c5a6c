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

    /// <summary>Migrated, with the shelf of charters filled.</summary>
    public static async Task<CommandStore> OpenAsync(Arguments arguments)
    {
        var store = new CommandStore(ServiceDatabase.Of(arguments.DataFolder, arguments[Option.Database]));
        await store.Database.MigrateAsync();
        await store.Charters.OpenAsync(CancellationToken.None);
        return store;
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
