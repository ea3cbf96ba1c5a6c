using Sanbao.Web.Features.Import.Jobs;
using Sanbao.Web.Features.Import.Mapping;
using Sanbao.Web.Features.Import.Reading;

namespace Sanbao.Web.Features.Import.Page;

/// <summary>What was chosen beside the file.</summary>
internal sealed record SentFile(ImportKind Kind, string? Map, string? Encoding)
{
    public static SentFile Read(FormReader form)
    {
        var sent = new SentFile(form.NeededChoice<ImportKind>("kind"), form.Text("map"), form.Text("encoding"));
        if (sent.Map is not null && ShippedMaps.Find(sent.Map) is null) form.Wrong("map", "form.choice");
        if (sent.Encoding is not null && !FileEncoding.Names.Contains(sent.Encoding)) form.Wrong("encoding", "form.choice");
        return sent;
    }
}

/// <summary>Keeps a sent file if it can be read to its end and has the columns that its mapping wants; what is wrong is told at its
/// field.</summary>
internal sealed class TakeFile(HeldImports held, Actor actor, TimeProvider clock)
{
    private const int LargestMap = 256 * 1024, LongestName = 120, TextsShown = 6, LongestShown = 16;

    public async Task<HeldImport> RunAsync(SentFile sent, IFormFileCollection files, CancellationToken cancel)
    {
        var (file, map) = (files.GetFile("file"), files.GetFile("mapFile"));
        if (file is null or { Length: 0, FileName: "" }) throw Wrong("file", new("file.none"));
        if (file.Length > ImportDesk.LargestFile)
            throw Wrong("file", new("file.too-large", NameOf(file), (int)(ImportDesk.LargestFile / 1024 / 1024)));
        var text = map is { Length: > 0 } ? await MapTextAsync(map, cancel) : null;
        var chosen = MapOf(sent, map, text);
        await using var content = file.OpenReadStream();
        var names = (chosen ?? ShippedMaps.Usual(sent.Kind)).Names;
        var source = At("file", () => RecordSource.Open(content, new(sent.Encoding, chosen?.Separator, names), cancel));
        if (chosen is not null) At("file", () => BoundMap.Of(chosen, source.Header));
        content.Position = 0;
        var import = Of(source, new HeldImport
        {
            Id = await held.KeepAsync(content, cancel), Owner = actor.Id, FileName = NameOf(file), Size = file.Length, Kind = sent.Kind,
            Map = text is null ? chosen?.Code : null, MapText = text, Encoding = sent.Encoding, Phase = ImportPhase.Columns,
            SentAt = clock.Now(),
        });
        held.Save(import);
        return import;
    }

    /// <summary>The same file with another line as its header.</summary>
    public HeldImport Under(HeldImport import, long headerLine)
    {
        using var file = held.Open(import.Id);
        return At("header-line", () => Of(RecordSource.Open(file, new(import.Encoding, null, HeaderLine: headerLine)), import));
    }

    private static HeldImport Of(RecordSource source, HeldImport import)
    {
        var read = import with
        {
            Header = [.. source.Header], HeaderLine = source.HeaderLine, Format = source.Format,
            Top = [.. source.Top.Select(TopOf)],
            Columns = import.UsesOwnColumns ? HeldMaps.Guess(import.Kind, source.Header) : [],
        };
        return read with { Phase = HeldMaps.Missing(read).Any() ? ImportPhase.Columns : ImportPhase.Looking };
    }

    private static TopLine TopOf(FileRecord row) =>
        new(row.Line, [.. row.Cells.Where(c => !c.IsEmpty).Take(TextsShown).Select(c => Cut(c.Text))]);

    private static string Cut(string text) => text.Length > LongestShown ? text[..LongestShown] + "…" : text;

    /// <summary>Null: the usual columns.</summary>
    private static ImportMap? MapOf(SentFile sent, IFormFile? file, string? text)
    {
        var map = text is null ? sent.Map is { } code ? ShippedMaps.Find(code) : null : Read(file!, text);
        if (map is not null && map.Kind != sent.Kind)
            throw Wrong(text is null
                ? "map" : "mapFile", new("import.other-kind", map.Name, new Word("import-kind." + Kebab.Of(map.Kind))));
        return map;
    }

    private static ImportMap Read(IFormFile file, string text)
    {
        var (map, errors) = MapReader.Read(NameOf(file), text);
        return map ?? throw new FieldErrorsException(
            [.. errors.Take(5).Select(e =>
            new FieldError("mapFile", "import.map-wrong", e.Line, e.Column, new Bilingual(e.In(true), e.In(false))))]);
    }

    private static async Task<string> MapTextAsync(IFormFile map, CancellationToken cancel)
    {
        if (map.Length > LargestMap) throw Wrong("mapFile", new("import.map-too-large", LargestMap / 1024));
        using var reader = new StreamReader(map.OpenReadStream());
        return await reader.ReadToEndAsync(cancel);
    }

    private static T At<T>(string field, Func<T> read)
    {
        try { return read(); }
        catch (RefusedException e) { throw Wrong(field, e.Refusal); }
    }

    private static FieldErrorsException Wrong(string field, Refusal why) => new([new(field, why.Code, why.Arguments)]);

    private static string NameOf(IFormFile file)
    {
        var name = string.Concat(Path.GetFileName(file.FileName.Replace('\\', '/')).Where(c => !char.IsControl(c)));
        return name.Length > LongestName ? name[..LongestName] : name;
    }
}
