using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;

namespace Sanbao.Web.Features.Accounts;

/// <summary>One line of the list of tokens; never its hash.</summary>
public sealed record TokenLine(Guid Id, string Name, ImmutableArray<string> Roles, DateTimeOffset CreatedAt,
    string CreatedBy, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);

/// <summary>Tokens, the latest first.</summary>
internal sealed class TokenList(ServiceDb db, Words words, TimeProvider time) : ListOf<TokenLine>(TokenRoutes.Place)
{
    private static readonly Keyset<ApiToken> Newest = Keyset<ApiToken>.Latest(t => t.Id);

    protected override IReadOnlyList<ListColumn<TokenLine>> Columns => TokenListPage.Columns(words, time.Now());

    protected override Finder<TokenLine> Ask(FormReader form) => (place, cancel) => Newest.FindAsync(
        db.ApiTokens.AsNoTracking(), t =>
            new TokenLine(t.Id, t.Name, t.Roles, t.CreatedAt, t.CreatedBy, t.LastUsedAt, t.RevokedAt), place, cancel);
}
