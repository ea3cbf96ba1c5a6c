using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>A note among the company's own people.</summary>
internal sealed record NoteRequest(string? Text)
{
    public static NoteRequest Read(FormReader form) => new(form.Text("text", Intake.LongestDescription));

    public static Task Run(RequestWork work, NoteRequest note)
    {
        work.Request.Note(note.Text ?? "", work.By, work.Now);
        return Task.CompletedTask;
    }
}

/// <summary>Says that it is the same matter as another request.</summary>
internal sealed record LinkDuplicate(string? Original)
{
    public static LinkDuplicate Read(FormReader form) => new(form.NeededText("original", 50));

    public static async Task Run(RequestWork work, LinkDuplicate link)
    {
        var number = link.Original?.Trim().ToUpperInvariant() ?? "";
        var original = await work.Db.Requests.VisibleTo(work.By).AsNoTracking().SingleOrDefaultAsync(r => r.Number == number, work.Cancel)
            ?? throw new FieldErrorsException([new("original", number is "" ? "field.required" : "request.number-unknown", number)]);
        work.Request.LinkTo(original, work.By, work.Now);
    }
}
