namespace Sanbao.Web.Platform.Files;

/// <summary>Files that somebody hands in: checked by content and size, all of them or none, then kept.</summary>
internal sealed class ReceivedFiles(FileStore store)
{
    public const int Most = 10;

    /// <summary>In bytes: ten photos, or one video.</summary>
    public const long LargestPost = 64 * 1024 * 1024;

    /// <summary>Checks and keeps the files, before anything is written that names them. They belong to nothing yet.</summary>
    public async Task<IReadOnlyList<KeptFile>> KeepAsync(IFormFileCollection files, CancellationToken cancel)
    {
        var kinds = await CheckAsync(files, cancel);
        var kept = new List<KeptFile>();
        foreach (var (file, kind) in files.Zip(kinds))
        {
            await using var content = file.OpenReadStream();
            kept.Add(await store.KeepAsync(NameOf(file), kind, content, cancel));
        }
        return kept;
    }

    private static async Task<List<FileKind>> CheckAsync(IFormFileCollection files, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        errors.When(files.Count == 0, "files", "file.none");
        errors.When(files.Count > Most, "files", "file.too-many", Most);
        errors.Throw();
        var kinds = new List<FileKind>();
        foreach (var file in files)
        {
            var kind = await KindAsync(file, cancel);
            errors.When(file.Length == 0, "files", "file.empty", NameOf(file));
            errors.When(file.Length > FileStore.Largest, "files", "file.too-large", NameOf(file), (int)(FileStore.Largest / 1024 / 1024));
            errors.When(file.Length > 0 && kind is null, "files", "file.unknown-kind", NameOf(file));
            if (kind is not null) kinds.Add(kind);
        }
        errors.Throw();
        return kinds;
    }

    private static async Task<FileKind?> KindAsync(IFormFile file, CancellationToken cancel)
    {
        await using var content = file.OpenReadStream();
        var head = new byte[FileKind.HeadLength];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        return FileKind.Of(file.FileName, head.AsSpan(0, read));
    }

    /// <summary>The last part of what the browser said, without what could steer a terminal or a file system.</summary>
    private static string NameOf(IFormFile file)
    {
        var name = new string([.. file.FileName.Split('/', '\\')[^1].Where(c => !char.IsControl(c))]).Trim();
        return name.Length switch { 0 => "file", > 150 => name[^150..], _ => name };
    }
}
