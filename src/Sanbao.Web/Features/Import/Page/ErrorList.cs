using System.Globalization;
using System.Text;
using Sanbao.Web.Features.Import.Jobs;

namespace Sanbao.Web.Features.Import.Page;

/// <summary>Every error of an import as a file, so that the lines can be mended beside it.</summary>
internal static class ErrorList
{
    private const int Chunk = 32 * 1024;

    public static async Task Get(HttpContext http, Guid id, HeldImports held, Actor actor, Words w)
    {
        if (held.Find(id, actor) is null) throw new NotFoundException();
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"import-errors-{id:N}.csv\"";
        var text = new StringBuilder().Append(CsvText.ByteOrderMark);
        CsvText.AppendLine(text, w["import.error-line"], w["import.error-column"], w["import.error-value"], w["import.error-what"]);
        foreach (var error in held.Errors(id))
        {
            CsvText.AppendLine(text, error.Line.ToString(CultureInfo.InvariantCulture), error.Column, error.Value, error.What.In(w));
            if (text.Length > Chunk) await SendAsync(http, text);
        }
        await SendAsync(http, text);
    }

    private static async Task SendAsync(HttpContext http, StringBuilder text)
    {
        await http.Response.WriteAsync(text.ToString(), http.RequestAborted);
        text.Clear();
    }
}
