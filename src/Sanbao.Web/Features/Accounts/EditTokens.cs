using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;
using Sanbao.Data.Journal;

namespace Sanbao.Web.Features.Accounts;

/// <summary>What can be done to tokens, on the page and on the command line. Called inside the writer.</summary>
internal static class EditTokens
{
    /// <summary>False: it is there already, from a form that was sent twice.</summary>
    public static async Task<bool> AddAsync(ServiceDb db, ApiToken token, Actor actor, DateTimeOffset now)
    {
        if (await db.ApiTokens.AnyAsync(t => t.Id == token.Id)) return false;
        db.Add(token);
        await CompanyJournal.NoteAsync(db, "token.created", actor, now, ("name", token.Name), ("roles", string.Join(',', token.Roles)));
        return true;
    }

    /// <summary>A token that was revoked stays so; nothing is noted twice.</summary>
    public static async Task RevokeAsync(ServiceDb db, ApiToken token, Actor actor, DateTimeOffset now)
    {
        if (token.RevokedAt is not null) return;
        token.Revoke(now);
        await CompanyJournal.NoteAsync(db, "token.revoked", actor, now, ("name", token.Name), ("roles", string.Join(',', token.Roles)));
    }
}
