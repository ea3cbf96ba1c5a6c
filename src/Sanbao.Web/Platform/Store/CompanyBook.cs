using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Journal;
using Sanbao.Data.Writing;

namespace Sanbao.Web.Platform.Store;

/// <summary>
/// The company as its settings say. Changes made here count at once, those of another node or the command line within seconds.
/// </summary>
internal sealed class CompanyBook(
    ServiceDatabase database, Writer writer, CharterShelf charters, SiteOptions options, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);
    private readonly LastRead<Company> now = new(Company.Default with { UsualCharter = options.Charter });

    public Company Now => now.Value;

    /// <summary>A new company starts with the charter of <c>--charter</c>; afterwards its settings say which.</summary>
    public async Task OpenAsync(CancellationToken cancel)
    {
        if (!charters.Library.Codes.Contains(options.Charter)) throw new RefusedException(new("charter.unknown", options.Charter));
        await using (var db = database.CreateDbContext())
            if (!await db.Settings.AnyAsync(cancel)) await writer.RunAsync(BeginAsync, cancel);
        await ReadAsync(cancel);
    }

    public async Task ReadAsync(CancellationToken cancel)
    {
        var reading = now.Begin();
        await using var db = database.CreateDbContext();
        var settings = await db.Settings.AsNoTracking().SingleAsync(cancel);
        now.Take(reading, _ => Company.Of(settings));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await TryReadAsync(stoppingToken);
        }
        // The site ends.
        catch (OperationCanceledException) { }
    }

    private async Task TryReadAsync(CancellationToken cancel)
    {
        try
        {
            await ReadAsync(cancel);
            await charters.ReadAsync(cancel);
        }
        // The database is away for a moment: what was read last still holds.
        catch (Exception e) when (e is System.Data.Common.DbException or TimeoutException or InvalidOperationException
            or RefusedException) { }
    }

    private async Task BeginAsync(ServiceDb db)
    {
        // Another node may have been faster.
        if (await db.Settings.AnyAsync()) return;
        db.Add(new CompanySettings { DefaultCharter = options.Charter });
        await CompanyJournal.NoteAsync(db, "settings.created", Actor.System, time.Now(), ("charter", options.Charter));
    }
}
