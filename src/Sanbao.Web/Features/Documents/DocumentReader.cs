using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Journal;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Documents;

/// <summary>Reads what the page of a document shows where its kind needs nothing besides what every kind has.</summary>
internal static class DocumentReader<TDoc> where TDoc : Document, IBelongs<TDoc>, INumbered, IStaged
{
    public static async Task<DocumentView> ReadAsync(IServiceProvider services, string key, CancellationToken cancel)
    {
        var (kind, db) = (services.GetRequiredService<DocumentKind<TDoc>>(), services.GetRequiredService<ServiceDb>());
        var actor = services.GetRequiredService<Actor>();
        var document = await Named.By(kind.ForWork(db.Set<TDoc>().VisibleTo(actor)), key).AsNoTracking().SingleOrDefaultAsync(cancel)
            ?? throw new NotFoundException();
        await db.LoadApprovalsAsync(document, cancel);
        var verbs = kind.Offered(document, actor);
        return new ViewOf<TDoc>(document, $"{kind.Path}/{document.Number}", kind.Kind)
        {
            Actor = actor, Now = services.GetRequiredService<TimeProvider>().Now(), Charter = kind.Charter(services, document),
            Papers = await db.PapersOf(document.Id).AsNoTracking().ToListAsync(cancel),
            Journal = await db.TimelineAsync(document.Id, actor, cancel),
            Verbs = verbs, Way = new([], verbs.FirstOrDefault(v => v.Why is null)?.Name), Facts = kind.Facts,
        };
    }
}
