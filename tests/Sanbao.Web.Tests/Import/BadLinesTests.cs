using Sanbao.Web.Features.Import;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Import;

/// <summary>One bad line never stops the others: on no line and in no column.</summary>
public class BadLinesTests(PostgresCluster cluster)
{
    private static readonly string[] Nasty =
    [
        "", "#N/A", "1,2", "1999,50", "-1", "1E+15", "0001-01-01", "9999-12-31", "0001-01-01 00:00:00", "24:00", "是否", "a\"b", "'",
        "\ud800", "\uFFFD", "\u200B",
        "99999999999999999999", "\u202Eabc", new('长', 5000), "=1+1", "<b>", "%", "'; DROP TABLE x", "\u0001\u0002", "NaN", "１２", "🙂",
    ];

    [Theory, InlineData(ImportKind.Customers), InlineData(ImportKind.Equipment), InlineData(ImportKind.Requests)]
    public async Task Whatever_stands_in_a_column_the_lines_before_and_after_come_in(ImportKind kind)
    {
        await using var test = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        foreach (var column in ImportFields.Of(kind))
        {
            var result = await Importing.Run(test, kind, Lines(column, ImportFields.Needed(kind).Where(n => n != column).ToArray()));
            result.Read.ShouldBe(result.Total, column);
            result.Stored.ShouldBeGreaterThanOrEqualTo(Nasty.Length + 1, column);
            (result.Stored + result.Known + result.Refused).ShouldBe(result.Total, column);
            result.Errors.ShouldAllBe(e => e.Line % 2 == 1, column);
        }
    }

    private static string Lines(string column, string[] needed)
    {
        var text = new System.Text.StringBuilder(string.Join(',', [column, .. needed])).Append('\n');
        for (var line = 0; line <= Nasty.Length * 2; line++)
        {
            var value = line % 2 == 0 ? Right(column, $"{column}{line}") : Nasty[line / 2];
            text.Append(string.Join(',', [Quoted(value), .. needed.Select(n => Right(n, $"{column}{line}"))])).Append('\n');
        }
        return text.ToString();
    }

    // A value that fits, and is another one on each line where it tells lines apart.
    private static string Right(string column, string line) => column switch
    {
        "name" or "serial" or "externalReference" => line,
        "model" => "ISG80",
        "reportedAt" => "2025-05-06 08:30",
        _ => "",
    };

    private static string Quoted(string value) => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
