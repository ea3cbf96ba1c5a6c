using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Sanbao.Data.Accounts;

/// <summary>ASP.NET Core Identity keeps its users here; roles are a column of the account, their permissions are the domain's.</summary>
public sealed class AccountStore(ServiceDb db) : UserOnlyStore<Account, ServiceDb, Guid>(db);
