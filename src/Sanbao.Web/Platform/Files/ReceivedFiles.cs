namespace Sanbao.Web.Platform.Files;

/// <summary>What came of files that somebody handed in.</summary>
/// <param name="Refused">Why the others were not kept, each by its name.</param>
internal sealed record Reception(IReadOnlyList<KeptFile> Kept, IReadOnlyList<FieldError> Refused)
{
    public static Reception Nothing { get; } = new([], []);
}

/// <summary>Files that somebody hands in: checked by content and size, then kept.</summary>
internal sealed class ReceivedFiles(FileStore store)
{
    public const int Most = 10;

    /// <summary>In bytes: ten photos, or one video.</summary>
    public const long LargestPost = 64 * 1024 * 1024;

    private const string Field = "files";

    /// <summary>
    /// Keeps those that are right, and says of each of the others why not: one does not lose the others. They belong to nothing yet. Field
    /// errors when none is right.
    /// </summary>
    public async Task<Reception> KeepRightAsync(IFormFileCollection files, CancellationToken cancel)
    {
        var looked = await LookAsync(files, cancel);
        if (looked.All(f => f.Kind is null)) Refuse(looked);
        return new(await KeepAsync(looked, cancel), [.. looked.Select(f => f.Why).OfType<FieldError>()]);
    }

    /// <summary>The same where files only come along: none is nothing wrong.</summary>
    public async Task<Reception> KeepGivenAsync(IFormFileCollection files, CancellationToken cancel) =>
        Chosen(files) is { Count: > 0 } given ? await KeepRightAsync(given, cancel) : Reception.Nothing;

    /// <summary>A field left empty is sent as an empty file without a name.</summary>
    public static FormFileCollection Chosen(IFormFileCollection files) => [.. files.Where(f => f.FileName.Length > 0)];

    /// <summary>One of the files: of a kind that is taken, or why not.</summary>
    private readonly record struct Looked(IFormFile File, FileKind? Kind, FieldError? Why);

    private async Task<List<KeptFile>> KeepAsync(IEnumerable<Looked> looked, CancellationToken cancel)
    {
        var kept = new List<KeptFile>();
        foreach (var (file, found, _) in looked)
        {
            if (found is not { } kind) continue;
            await using var content = file.OpenReadStream();
            kept.Add(await store.KeepAsync(kind.Named(NameOf(file)), kind, content, cancel));
        }
        return kept;
    }

    private static void Refuse(IEnumerable<Looked> looked) =>
        throw new FieldErrorsException([.. looked.Select(f => f.Why).OfType<FieldError>()]);

    private static async Task<List<Looked>> LookAsync(IFormFileCollection files, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        errors.When(files.Count == 0, Field, "file.none");
        errors.When(files.Count > Most, Field, "file.too-many", Most);
        errors.Throw();
        var looked = new List<Looked>();
        foreach (var file in files) looked.Add(await LookAsync(file, cancel));
        return looked;
    }

    private static async Task<Looked> LookAsync(IFormFile file, CancellationToken cancel)
    {
        if (file.Length == 0) return new(file, null, new(Field, "file.empty", NameOf(file)));
        if (file.Length > FileStore.Largest)
            return new(file, null, new(Field, "file.too-large", NameOf(file), (int)(FileStore.Largest / 1024 / 1024)));
        await using var content = file.OpenReadStream();
        var head = new byte[FileKind.HeadLength];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        var kind = FileKind.Of(file.FileName, head.AsSpan(0, read));
        return new(file, kind, kind is null ? new(Field, "file.unknown-kind", NameOf(file)) : null);
    }

    /// <summary>The last part of what the browser said, without what could steer a terminal or a file system.</summary>
    private static string NameOf(IFormFile file)
    {
        var name = new string([.. file.FileName.Split('/', '\\')[^1].Where(c => !char.IsControl(c))]).Trim();
        return name.Length switch { 0 => "file", > 150 => name[^150..], _ => name };
    }
}
