using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data.Accounts;

namespace Sanbao.Data.Mappings;

internal static class AccountMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.ToTable("acc_accounts").HasKey(a => a.Id);
            account.HasIndex(a => a.NormalizedUserName).IsUnique("userName", "user-name.taken");
            account.HasIndex(a => a.NormalizedEmail);
            account.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
            account.Property(a => a.Roles).HasConversion<CodesConverter, ArrayComparer<string>>();
        });
        model.Entity<IdentityUserClaim<Guid>>().ToTable("acc_claims").HasKey(c => c.Id);
        model.Entity<IdentityUserLogin<Guid>>().ToTable("acc_logins").HasKey(l => new { l.LoginProvider, l.ProviderKey });
        model.Entity<IdentityUserToken<Guid>>().ToTable("acc_secrets").HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        model.Entity<EndedSession>(session =>
        {
            session.ToTable("acc_ended_sessions").HasKey(s => s.Id);
            session.HasIndex(s => s.AccountId);
        });
        model.Entity<ApiToken>(token =>
        {
            token.ToTable("acc_tokens").HasKey(t => t.Id);
            token.HasIndex(t => t.Hash).IsUnique();
            token.Property(t => t.Roles).HasConversion<CodesConverter, ArrayComparer<string>>();
        });
    }
}
