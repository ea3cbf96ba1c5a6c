using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Sanbao.Web.Platform.Files;

namespace Sanbao.Web.Features.TakingIn;

/// <summary>
/// Photos sent with a call. A browser forgets chosen files when a form comes back; so they are kept at the first sending, and the form
/// carries a sealed note of each that only this program can write.
/// </summary>
internal sealed class CallPhotos(ReceivedFiles received, FormState state, IDataProtectionProvider protection)
{
    public const string Field = "photo", FileField = "files";
    private readonly IDataProtector seal = protection.CreateProtector("intake.photo");
    private List<KeptFile>? kept;

    /// <summary>Those of earlier sendings and of this one. Field errors for what is not taken; the rest is kept with the form.</summary>
    public async Task<IReadOnlyList<KeptFile>> KeptAsync(HttpContext http)
    {
        if (kept is not null) return kept;
        var before = state.AllTyped(Field).Select(Unseal).OfType<KeptFile>().ToList();
        var files = Chosen(http);
        if (files.Count == 0) return kept = before;
        var (fresh, refused) = await received.KeepRightAsync(files, http.RequestAborted);
        foreach (var file in fresh) state.Append(Field, seal.Protect(JsonSerializer.Serialize(file)));
        kept = [.. before, .. fresh];
        return refused.Count == 0 ? kept : throw new FieldErrorsException([.. refused]);
    }

    /// <summary>For the page that comes back: keeps what can be kept and notes what cannot.</summary>
    public async Task KeepForLaterAsync(HttpContext http)
    {
        try { await KeptAsync(http); }
        catch (FieldErrorsException wrong)
        {
            if (!state.ErrorsOf(FileField).Any()) state.Errors.AddRange(wrong.Errors);
        }
    }

    /// <summary>Name by sealed note, as the form carries them.</summary>
    public IEnumerable<(string Note, string Name)> Notes() =>
        state.AllTyped(Field).Select(n => (n, Unseal(n))).Where(n => n.Item2 is not null).Select(n => (n.n!, n.Item2!.Name));

    // A field left empty is sent as an empty file.
    private static FormFileCollection Chosen(HttpContext http) =>
        [.. http.Request.Form.Files.Where(f => f.Name == FileField && f.Length > 0)];

    private KeptFile? Unseal(string? note)
    {
        if (string.IsNullOrEmpty(note)) return null;
        try { return JsonSerializer.Deserialize<KeptFile>(seal.Unprotect(note)); }
        // Written by somebody else, or by keys that are gone.
        catch (CryptographicException) { return null; }
    }
}
