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
    private CompanyDays Prepare(Guid id, DaysToDeclare said)
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
        await writer.RunAsync(db => DeclareInAsync(db, id, said, cancel), cancel);
        await shelf.ReadAsync(cancel);
    }

    /// <summary>Within a save of the caller's; whoever calls it lets the shelf read afterwards.</summary>
    public async Task<CompanyDays> DeclareInAsync(ServiceDb db, Guid id, DaysToDeclare said, CancellationToken cancel)
    {
        if (await db.CompanyDays.FirstOrDefaultAsync(d => d.Id == id, cancel) is { } known) return known;
        var days = Prepare(id, said);
        db.Add(days);
        await MarkAsync(db, cancel);
        return days;
    }

    public async Task WithdrawAsync(Guid id, CancellationToken cancel)
    {
        await writer.RunAsync(db => WithdrawInAsync(db, id, cancel), cancel);
        await shelf.ReadAsync(cancel);
    }

    /// <summary>Within a save of the caller's; days that were taken back stay so.</summary>
    public async Task<CompanyDays> WithdrawInAsync(ServiceDb db, Guid id, CancellationToken cancel)
    {
        var days = await db.CompanyDays.SingleOrDefaultAsync(d => d.Id == id, cancel) ?? throw new NotFoundException();
        if (days.Withdrawn) return days;
        days.Withdraw(actor, time.Now());
        await MarkAsync(db, cancel);
        return days;
    }

    /// <summary>The duty that computes deadlines again sees that there is something to do. Counted by the database, so that of two at once none is lost.</summary>
    private static async Task MarkAsync(ServiceDb db, CancellationToken cancel) =>
        await db.Settings.ExecuteUpdateAsync(s => s.SetProperty(x => x.DaysChanged, x => x.DaysChanged + 1), cancel);
}
