using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.Charters.Calendar;

/// <summary>Days that the company takes off or works, as somebody declared them.</summary>
/// <param name="Until">Null: the first day alone.</param>
internal sealed record DaysToDeclare(DateOnly? From, DateOnly? Until, bool? Worked, string? Note)
{
    public static DaysToDeclare Read(FormReader form) => new(
        form.NeededDate("from"), form.Date("until"), form.Text("worked") switch { "true" => true, "false" => false, _ => null },
        form.NeededText("note", 100));
}

/// <summary>Declares days and takes them back; the deadlines of open requests follow (E2). Whoever lets a unit run lets the shelf read
/// afterwards.</summary>
internal sealed class DeclareDays(Edit<CompanyDays> edit, Actor actor)
{
    public Func<ServiceDb, Task<CompanyDays>> Declare(DaysToDeclare said)
    {
        var errors = new FieldErrors();
        errors.When(said.From is null, "from", "field.required");
        errors.When(said.Worked is null, "worked", "field.required");
        errors.Throw();
        return edit.New(async (db, now) =>
        {
            var days = CompanyDays.Declare(said.From!.Value, said.Until, said.Worked!.Value, said.Note, actor, now);
            await MarkAsync(db);
            return days;
        });
    }

    /// <summary>Days that were taken back stay so.</summary>
    public Func<ServiceDb, Task<CompanyDays>> Withdraw(Guid id) => edit.Of(id, seen: null, async (db, days, now) =>
    {
        if (days.Withdrawn) return;
        days.Withdraw(actor, now);
        await MarkAsync(db);
    });

    /// <summary>The duty that computes deadlines again sees that there is something to do. Counted by the database, so that of two at once
    /// none is lost.</summary>
    private static async Task MarkAsync(ServiceDb db) =>
        await db.Settings.ExecuteUpdateAsync(s => s.SetProperty(x => x.DaysChanged, x => x.DaysChanged + 1));
}
