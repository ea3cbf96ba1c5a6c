using System.Globalization;

namespace Sanbao.Bench;

/// <summary>What to measure and how long.</summary>
/// <param name="Requests">How many requests stand in the ledger that is read.</param>
/// <param name="Seconds">Length of each measurement over HTTP.</param>
/// <param name="Postgres">Connection string of an empty PostgreSQL database; null: SQLite only.</param>
/// <param name="Web">Folder of the published product.</param>
/// <param name="Data">Folder in which data is made once and kept between runs.</param>
internal sealed record Options(IReadOnlySet<string> Names, int Requests, int Seconds, string? Postgres, string Web, string Data)
{
    public const string Usage = "[--requests N] [--seconds N] [--postgres CONNECTION-STRING] [--web DIR] [--data DIR]";

    public static Options Read(string[] args)
    {
        var options = new Options(new HashSet<string>(), 1_000_000, 10, null, "artifacts/bench/web", "artifacts/bench/data");
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--requests" => options with { Requests = Number(args[++i]) },
                "--seconds" => options with { Seconds = Number(args[++i]) },
                "--postgres" => options with { Postgres = args[++i] },
                "--web" => options with { Web = args[++i] },
                "--data" => options with { Data = args[++i] },
                var name => options with { Names = new HashSet<string>([.. options.Names, name]) },
            };
        }
        return options;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
