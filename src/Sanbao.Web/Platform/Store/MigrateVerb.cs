using Sanbao.Web.Platform.CommandLine;

namespace Sanbao.Web.Platform.Store;

/// <summary><c>migrate</c>: brings the database to this program's shape ahead of its start, e.g. before several nodes start on
/// it.</summary>
internal static class MigrateVerb
{
    public static readonly Verb Verb = new("migrate", "", [Option.Data, Option.Database], Run);

    private static async Task<int> Run(Arguments arguments)
    {
        await using var store = await CommandStore.OpenAsync(arguments);
        Console.WriteLine(store.Migrated > 0 ? arguments.W["cli.migrate.done", store.Migrated] : arguments.W["cli.migrate.current"]);
        return Exit.Success;
    }
}
