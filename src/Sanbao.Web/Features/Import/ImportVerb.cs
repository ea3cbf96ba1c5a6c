using Sanbao.Web.Features.Import.Mapping;
using Sanbao.Web.Features.Import.Reading;
using Sanbao.Web.Platform.CommandLine;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Import;

/// <summary><c>import KIND FILE</c>: brings customers, equipment or requests in, or shows how they would come in.</summary>
internal static class ImportVerb
{
    private static readonly Option Map = new("map", "MAP.yaml");
    private static readonly Option DryRun = new("dry-run", null);
    private static readonly Option Encoding = new("encoding", "utf-8|gbk");

    public static readonly Verb Verb = new("import", "KIND FILE", [Map, DryRun, Encoding, Option.Data, Option.Database], Run);

    private static async Task<int> Run(Arguments arguments)
    {
        var w = arguments.W;
        if (arguments.Operands[0] == "parts") return Say(w["cli.import.parts"], Exit.Failed);
        if (Kebab.Parse<ImportKind>(arguments.Operands[0]) is not { } kind)
            return Say(w["cli.import.kind", arguments.Operands[0], string.Join(", ", Kebab.Names(typeof(ImportKind)))], Exit.WrongUsage);
        if (arguments[Encoding] is { } asked && !FileEncoding.Names.Contains(asked))
            return Say(w["cli.import.encoding", asked, string.Join(", ", FileEncoding.Names)], Exit.WrongUsage);
        if (!File.Exists(arguments.Operands[1])) return Say(w["cli.no-file", arguments.Operands[1]], Exit.Failed);
        if (MapOf(arguments, kind) is not { } map) return Exit.Failed;
        await using var file = File.OpenRead(arguments.Operands[1]);
        var source = RecordSource.Open(file, new(arguments[Encoding], map.Separator, map.Names));
        return await Import(arguments, source, BoundMap.Of(map, source.Header));

        static int Say(string sentence, int exit)
        {
            Console.Error.WriteLine(sentence);
            return exit;
        }
    }

    /// <summary>The mapping file, or a shipped mapping by its name; null after its errors were told.</summary>
    private static ImportMap? MapOf(Arguments arguments, ImportKind kind)
    {
        var map = arguments[Map] is not { } name ? ShippedMaps.Usual(kind) : ShippedMaps.Find(name) ?? ReadMap(name, arguments.W);
        if (map is not null && map.Kind != kind)
            throw FileEncoding.Refused("import.other-kind", map.Name, new Word("import-kind." + Kebab.Of(map.Kind)));
        return map;
    }

    private static ImportMap? ReadMap(string path, Words w)
    {
        if (!File.Exists(path))
            throw FileEncoding.Refused("import.no-mapping", path, string.Join(", ", ShippedMaps.All.Select(m => m.Code)));
        var (map, errors) = MapReader.Read(path, File.ReadAllText(path));
        foreach (var error in errors) Console.Error.WriteLine(error.ToString(w.Chinese));
        return map;
    }

    private static async Task<int> Import(Arguments arguments, RecordSource source, BoundMap map)
    {
        await using var store = await CommandStore.OpenThereAsync(arguments);
        var charters = new ImportCharters(store.Charters.Library, (await store.SettingsAsync()).DefaultCharter);
        var preview = arguments.Has(DryRun);
        var telling = new ImportTelling(arguments.W, Console.Error);
        var run = new ImportRun(store.Database, store.Writer, TimeProvider.System, Company.China, charters);
        var result = await run.RunAsync(new(source, map, Actor.System, preview), telling.Progress);
        if (!preview)
            await ImportJournal.NoteAsync(store.Writer, Actor.System, TimeProvider.System.Now(), map.Map.Kind,
            Path.GetFileName(arguments.Operands[1]), result);
        telling.Result(result, source, preview);
        return result.Refused == 0 ? Exit.Success : Exit.Failed;
    }
}
