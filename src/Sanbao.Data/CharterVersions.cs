using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data;

/// <summary>Keeps charter versions for ever as they were.</summary>
public static class CharterVersions
{
    /// <summary>Takes a version in; nothing happens when it is known with the same text, and another text under it is refused (decision 3).</summary>
    public static async Task KeepCharterAsync(this ServiceDb db, CharterVersion version, CancellationToken cancel = default)
    {
        var known = await db.CharterVersions.FindAsync([version.Code, version.Version], cancel);
        if (known is null) db.CharterVersions.Add(version);
        else if (known.Hash != version.Hash) throw new RefusedException(new("charter.text-changed", version.Code, version.Version));
    }

    /// <summary>Every known version, by code and version.</summary>
    public static Task<List<CharterVersion>> AllChartersAsync(this ServiceDb db, CancellationToken cancel = default) =>
        db.CharterVersions.AsNoTracking().OrderBy(c => c.Code).ThenBy(c => c.Version).ToListAsync(cancel);
}
