using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;

namespace Sanbao.Web.Features.Lists;

/// <summary>Keeps the list that is looked at under a name; kept again under the same name, it takes the place of the one before.</summary>
internal sealed partial class KeepView(Writer writer, Actor actor, FormState typed, Words words, TimeProvider time)
{
    private const int Most = 30;

    public Task<IResult> Post(HttpContext http) => PostForm.Handle(
        http,
        form => new View(
            PathOf(form), form.Text("query", SavedView.LongestQuery) ?? "", form.NeededText("name", SavedView.LongestName),
            form.Flag("shared") && MayShare(actor)),
        async view =>
        {
            await writer.RunAsync(db => KeepAsync(db, view, http.RequestAborted), http.RequestAborted);
            return Done.To(view.List + view.Query, "view.kept", view.Name);
        },
        () => Again(http));

    public Task<IResult> Remove(Guid id, HttpContext http) => PostForm.Handle(
        http, _ => true,
        async _ =>
        {
            var list = await writer.RunAsync(async db =>
            {
                var view = await db.SavedViews.SingleOrDefaultAsync(v => v.Id == id && v.OwnerId == actor.Id, http.RequestAborted)
                    ?? throw new NotFoundException();
                db.Remove(view);
                return view.List;
            }, http.RequestAborted);
            return Done.To(list, "view.removed");
        },
        () => Again(http));

    /// <summary>Whoever leads gives views to all.</summary>
    public static bool MayShare(Actor actor) => actor.SeesCompany && actor.May(Permission.AssignRequests);

    /// <summary>The list stands as it was; why nothing was kept is told above it.</summary>
    private IResult Again(HttpContext http)
    {
        Flash.Set(http, Tone.Bad, typed.Refusal is { } refusal ? words.Say(refusal) : words.Say(typed.Errors[0]));
        return Done.Back(http);
    }

    private async Task KeepAsync(ServiceDb db, View view, CancellationToken cancel)
    {
        var own = await db.SavedViews.Where(v => v.OwnerId == actor.Id && v.List == view.List).ToListAsync(cancel);
        var kept = own.Find(v => v.Name == view.Name);
        if (kept is null)
        {
            if (own.Count >= Most) throw new RefusedException(new("view.too-many", Most));
            db.Add(kept = new(Guid.CreateVersion7(time.Now()), actor, view.List, view.Name));
        }
        kept.Keep(view.Query, view.Shared);
    }

    private static string PathOf(FormReader form)
    {
        var path = form.NeededText("list", 100);
        if (!ListPath().IsMatch(path)) form.Wrong("list", "form.choice");
        return path;
    }

    [GeneratedRegex("^/[a-z][a-z-]*$")]
    private static partial Regex ListPath();

    private sealed record View(string List, string Query, string Name, bool Shared);
}
