using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Charters;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Charters.Calendar;

/// <summary>Days that the company takes off or works, as somebody declared them.</summary>
/// <param name="Until">Null: the first day alone.</param>
internal sealed record DaysToDeclare(DateOnly? From, DateOnly? Until, bool? Worked, string? Note)
{
    public static DaysToDeclare Read(FormReader form) => new(
        form.NeededDate("from"), form.Date("until"), form.Text("worked") switch { "true" => true, "false" => false, _ => null }, form.NeededText("note", 100));
}

/// <summary>Declares days and takes them back; the deadlines of open requests follow (E2).</summary>
internal sealed class DeclareDays(Writer writer, CharterShelf shelf, Actor actor, TimeProvider time)
{
    /// <summary>What was said, checked.</summary>
    public CompanyDays Prepare(Guid id, DaysToDeclare said)
    {
        var errors = new FieldErrors();
        errors.When(said.From is null, "from", "field.required");
        errors.When(said.Worked is null, "worked", "field.required");
        errors.Throw();
        return CompanyDays.Declare(id, said.From!.Value, said.Until, said.Worked!.Value, said.Note, actor, time.Now());
    }

    /// <summary>Under the id that the form chose: sent again it is there already.</summary>
    public async Task DeclareAsync(Guid id, DaysToDeclare said, CancellationToken cancel)
    {
        Prepare(id, said);
        await writer.RunAsync(
            async db =>
            {
                if (await db.CompanyDays.AnyAsync(d => d.Id == id, cancel)) return;
                db.Add(Prepare(id, said));
                await MarkAsync(db, cancel);
            },
            cancel);
        await shelf.ReadAsync(cancel);
    }

    public async Task WithdrawAsync(Guid id, CancellationToken cancel)
    {
        await writer.RunAsync(
            async db =>
            {
                var days = await db.CompanyDays.SingleOrDefaultAsync(d => d.Id == id, cancel) ?? throw new NotFoundException();
                if (days.Withdrawn) return;
                days.Withdraw(actor, time.Now());
                await MarkAsync(db, cancel);
            },
            cancel);
        await shelf.ReadAsync(cancel);
    }

    /// <summary>The duty that computes deadlines again sees that there is something to do.</summary>
    private static async Task MarkAsync(ServiceDb db, CancellationToken cancel) => (await db.Settings.SingleAsync(cancel)).DaysChanged++;
}
