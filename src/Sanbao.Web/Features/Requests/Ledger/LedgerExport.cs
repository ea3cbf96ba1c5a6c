using System.Text;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;
using Sanbao.Web.Platform.Csv;

namespace Sanbao.Web.Features.Requests.Ledger;

/// <summary>The list as it is filtered, as a file: line by line from the database to the browser, however long it is.</summary>
internal static class LedgerExport
{
    private const int Chunk = 32 * 1024;
    private static readonly string[] Columns =
    [
        "number", "status", "reported", "category", "channel", "priority", "customer", "phone", "serial", "product", "description", "assignee",
        "due", "covered", "covered-until", "charter", "solution", "closed", "reference",
    ];

    public static async Task Get(
        HttpContext http, FormState state, ServiceDb db, Actor actor, Words words, TimeProvider time, Company company)
    {
        var (now, cancel) = (time.Now(), http.RequestAborted);
        var question = LedgerQuestion.Read(http, state, actor, now, company.Zone);
        if (state.Errors.Count > 0) throw new FieldErrorsException([.. state.Errors]);
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"requests-{words.Local(now):yyyyMMdd-HHmm}.csv\"";
        var text = new StringBuilder().Append(CsvText.ByteOrderMark);
        CsvText.AppendLine(text, [.. Columns.Select(c => words[$"ledger.csv.{c}"])]);
        foreach (var part in await RequestList.WholeAsync(db, question.Asked, actor, cancel))
            await foreach (var line in Lines(part).AsAsyncEnumerable().WithCancellation(cancel))
            {
                CsvText.AppendLine(text, Cells(line, words, actor));
                if (text.Length > Chunk) await SendAsync(http, text);
            }
        await SendAsync(http, text);
    }

    private static async Task SendAsync(HttpContext http, StringBuilder text)
    {
        await http.Response.WriteAsync(text.ToString(), http.RequestAborted);
        text.Clear();
    }

    private static string?[] Cells(Line line, Words words, Actor actor) =>
    [
        line.Number, words[$"ledger-view.{Kebab.Of(line.Status)}"], Stamp(line.ReportedAt, words), words.Say(line.Category), words.Say(line.Channel), words.Say(line.Priority),
        line.Customer, Phones.Shown(line.Phone, actor), line.Serial, line.Product, line.Description, line.Assignee,
        line.NextDue == Instant.Never ? null : Stamp(line.NextDue, words), line.Covered is { } covered ? words[covered ? "word.yes" : "word.no"] : null,
        line.CoveredUntil?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), line.Charter, line.Solution,
        line.ClosedAt is { } closed ? Stamp(closed, words) : null, line.Reference,
    ];

    private static string Stamp(DateTimeOffset at, Words words) =>
        words.Local(at).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static IQueryable<Line> Lines(IQueryable<ServiceRequest> requests) => requests.Select(r => new Line(
        r.Number, r.Status, r.ReportedAt, r.Category, r.Channel, r.Priority, r.CustomerName, r.CustomerPhone, r.Serial,
        r.Model != "" ? r.Model : r.ProductText, r.Description, r.Assignee, r.NextDue, r.Covered, r.CoveredUntil, r.CharterCode, r.Solution,
        r.ClosedAt, r.ExternalReference));

    private sealed record Line(
        string Number, RequestStatus Status, DateTimeOffset ReportedAt, RequestCategory Category, Channel Channel, Priority Priority, string Customer,
        string Phone, string Serial, string Product, string Description, string? Assignee, DateTimeOffset NextDue, bool? Covered,
        DateOnly? CoveredUntil, string Charter, string Solution, DateTimeOffset? ClosedAt, string? Reference);
}
