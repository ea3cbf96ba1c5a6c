using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Features.Entitlement;
using Sanbao.Web.Features.Requests.Page.Forms;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>What the final judgement would be by a cause, before it is made; nothing here writes.</summary>
internal static class PreviewCause
{
    public static async Task<IResult> Show(
        string key, string? cause, ServiceDb db, RequestCharters charters, Actor actor, TimeProvider time, CancellationToken cancel)
    {
        var request = await Named.Find<ServiceRequest>(db, key, actor).AsNoTracking().SingleOrDefaultAsync(cancel)
            ?? throw new NotFoundException();
        var work = new Work<ServiceRequest>(db, request, charters.Of(request), actor, time.Now(), cancel);
        // Nothing chosen yet, or what could not be saved either: nothing to show.
        if (Kebab.Parse<Cause>(cause) is not { } found || found is Cause.Unknown || request.WhyNotJudgeFinally() is not null)
            return View.Of<CausePreview>();
        return View.Of<CausePreview>(new { Of = Judged.By(work.Charter, await Judging.FinalAsync(work, found)) });
    }
}
