using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>A note among the company's own people; whom it mentions hears of it.</summary>
internal sealed record NoteRequest([Required, MaxLength(Intake.LongestDescription)] string? Text)
{
    public static async Task Run(Work<ServiceRequest> work, NoteRequest note) =>
        work.Document.Note(note.Text!, work.By, work.Now, await Mentions.InAsync(work, note.Text!));
}

/// <summary>Says that it is the same matter as another request.</summary>
internal sealed record LinkDuplicate([Required, MaxLength(50)] string? Original)
{
    public static async Task Run(Work<ServiceRequest> work, LinkDuplicate link)
    {
        var original = await Named.Find<ServiceRequest>(work.Db, link.Original!, work.By).AsNoTracking().SingleOrDefaultAsync(work.Cancel)
            ?? throw new FieldErrorsException([new("original", "request.number-unknown", link.Original!)]);
        work.Document.LinkTo(original, work.By, work.Now);
    }
}
