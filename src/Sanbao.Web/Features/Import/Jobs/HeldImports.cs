using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sanbao.Data;

namespace Sanbao.Web.Features.Import.Jobs;

/// <summary>
/// Where files lie between preview and run: a folder each beside the attached files, with what is known of it and its errors. The file
/// itself goes as soon as it was imported; what came of it stays a week.
/// </summary>
internal sealed class HeldImports(SiteOptions options, ServiceDatabase database, TimeProvider clock)
{
    private const string FileName = "file", StateName = "state.json", ErrorsName = "errors.jsonl", LockName = "lock";
    private const string Half = ".part", Gone = ".gone";
    private static readonly TimeSpan Unfinished = TimeSpan.FromDays(1);
    private static readonly TimeSpan Finished = TimeSpan.FromDays(7);

    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter() }, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private string Root => Path.Combine(options.DataFolder, "companies", database.Company, "imports");

    /// <summary>Keeps the bytes; nothing is known of them yet.</summary>
    public async Task<Guid> KeepAsync(Stream content, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        Directory.CreateDirectory(FolderOf(id));
        await using var file = new FileStream(PathOf(id, FileName), FileMode.CreateNew);
        await content.CopyToAsync(file, cancel);
        return id;
    }

    /// <summary>The file; it is gone after the import.</summary>
    public FileStream Open(Guid id) =>
        new(PathOf(id, FileName), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024);

    /// <summary>Whole or not at all: a reader never sees half of it.</summary>
    public void Save(HeldImport held)
    {
        var half = PathOf(held.Id, StateName + Half);
        File.WriteAllBytes(half, JsonSerializer.SerializeToUtf8Bytes(held, Json));
        File.Move(half, PathOf(held.Id, StateName), overwrite: true);
    }

    /// <summary>Null: there is none, or it is somebody else's.</summary>
    public HeldImport? Find(Guid id, Actor actor) => Read(id) is { } held && held.Owner == actor.Id ? held : null;

    /// <summary>The actor's own, the newest first.</summary>
    public IReadOnlyList<HeldImport> Of(Actor actor) =>
        [.. Ids().Select(Read).OfType<HeldImport>().Where(h => h.Owner == actor.Id).OrderByDescending(h => h.SentAt)];

    /// <summary>
    /// Held while somebody works on it; the system lets go of it when the process ends, however it ends. Null: somebody works on it, or it
    /// was discarded.
    /// </summary>
    public async Task<FileStream?> TryLockAsync(Guid id)
    {
        // Somebody who only looks whether it is busy holds it for an instant.
        for (var attempt = 1; ; attempt++)
        {
            try { return new(PathOf(id, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
            catch (DirectoryNotFoundException) { return null; }
            catch (IOException) when (attempt < 5) { await Task.Delay(20); }
            catch (IOException) { return null; }
        }
    }

    public bool IsBusy(Guid id)
    {
        try
        {
            using var free = new FileStream(PathOf(id, LockName), FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (DirectoryNotFoundException) { return false; }
        catch (IOException) { return true; }
    }

    /// <summary>Errors as they are found; they count once all are there.</summary>
    public StreamWriter WriteErrors(Guid id) => new(PathOf(id, ErrorsName + Half), append: false);

    public void KeepErrors(Guid id) => File.Move(PathOf(id, ErrorsName + Half), PathOf(id, ErrorsName), overwrite: true);

    public static string LineOf(ToldError error) => JsonSerializer.Serialize(error, Json);

    /// <summary>In the order in which they were found; none while they are still looked for.</summary>
    public IEnumerable<ToldError> Errors(Guid id)
    {
        try { return File.ReadLines(PathOf(id, ErrorsName)).Select(line => JsonSerializer.Deserialize<ToldError>(line, Json)!); }
        catch (Exception e) when (IsGone(e)) { return []; }
    }

    public void RemoveFile(Guid id) => File.Delete(PathOf(id, FileName));

    /// <summary>At once for everybody who looks, also while somebody works on it: what he writes then finds no place any more.</summary>
    public void Remove(Guid id)
    {
        var gone = Path.Combine(Root, $"{Guid.NewGuid():N}{Gone}");
        try
        {
            Directory.Move(FolderOf(id), gone);
            Directory.Delete(gone, recursive: true);
        }
        catch (DirectoryNotFoundException) { }
    }

    /// <summary>What was thrown because the import was discarded meanwhile.</summary>
    public static bool IsGone(Exception e) => e is FileNotFoundException or DirectoryNotFoundException;

    /// <summary>Removes what nobody came back for.</summary>
    public void Sweep()
    {
        var now = clock.GetUtcNow();
        foreach (var id in Ids().Where(id => !IsBusy(id)).ToList())
        {
            var held = Read(id);
            var last = held?.EndedAt ?? held?.SentAt ?? Directory.GetCreationTimeUtc(FolderOf(id));
            if (now - last > (held?.Phase is ImportPhase.Done ? Finished : Unfinished)) Remove(id);
        }
        if (!Directory.Exists(Root)) return;
        foreach (var gone in Directory.EnumerateDirectories(Root, "*" + Gone)) Directory.Delete(gone, recursive: true);
    }

    /// <summary>Whosever it is; null: there is none.</summary>
    public HeldImport? Read(Guid id)
    {
        try { return JsonSerializer.Deserialize<HeldImport>(File.ReadAllBytes(PathOf(id, StateName)), Json); }
        // It was removed meanwhile, or its file is still coming in.
        catch (Exception e) when (IsGone(e)) { return null; }
    }

    private IEnumerable<Guid> Ids() => !Directory.Exists(Root) ? []
        : Directory.EnumerateDirectories(Root).Select(f => Guid.TryParse(Path.GetFileName(f), out var id) ? id : (Guid?)null)
            .OfType<Guid>();

    private string FolderOf(Guid id) => Path.Combine(Root, id.ToString("N"));

    private string PathOf(Guid id, string name) => Path.Combine(FolderOf(id), name);
}
