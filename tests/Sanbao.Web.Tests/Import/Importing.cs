using System.Text;
using Sanbao.Charters;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Features.Import;
using Sanbao.Web.Features.Import.Mapping;
using Sanbao.Web.Features.Import.Reading;
using Sanbao.Web.Platform;
using Sanbao.Web.Tests.Data;
using Words = Sanbao.Web.Texts.Words;

namespace Sanbao.Web.Tests.Import;

/// <summary>Files as people send them, and what comes of bringing them in.</summary>
internal static class Importing
{
    public static Encoding Gbk { get; } = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;

    public static Words Chinese { get; } = Words.Of(Sanbao.Web.Texts.Language.Chinese);

    public static Task<ImportResult> Run(
        TestDatabase test, ImportKind kind, string text, Encoding? encoding = null, bool preview = false, ImportMap? map = null,
        Action<ImportResult>? progress = null, string charter = "S1")
    {
        var file = new MemoryStream((encoding ?? new UTF8Encoding(false)).GetBytes(text));
        return Run(test, map ?? ShippedMaps.Usual(kind), file, preview, progress, charter: charter);
    }

    public static Task<ImportResult> Run(
        TestDatabase test, ImportMap map, Stream file, bool preview = false, Action<ImportResult>? progress = null,
        string charter = "S1", CancellationToken cancel = default) =>
        Run(test.Store, test.Writer, map, file, preview, progress, charter, cancel);

    public static Task<ImportResult> Run(
        ServiceDatabase store, Writer writer, ImportMap map, Stream file, bool preview = false, Action<ImportResult>? progress = null,
        string charter = "S1", CancellationToken cancel = default)
    {
        var source = RecordSource.Open(file, new(null, map.Separator, map.Names), cancel);
        var charters = new ImportCharters(CharterLibrary.Shipped, charter);
        var run = new ImportRun(store, writer, TimeProvider.System, Company.China, charters);
        return run.RunAsync(new(source, BoundMap.Of(map, source.Header), Actor.System, preview), progress, cancel);
    }

    public static string[] Sentences(ImportResult result) => [.. result.Errors.Select(e => $"{e.Line} {e.Column}: {Chinese.Say(e.What)}")];

    public static Refusal Refused(byte[] file, string? encoding = null) =>
        Should.Throw<RefusedException>(() => RecordSource.Open(new MemoryStream(file), new(encoding))).Refusal;
}
