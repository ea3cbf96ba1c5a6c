using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;

namespace Sanbao.Web.Features.Due;

/// <summary>
/// Who hears a deadline first: whoever has the document; of what nobody has, the service managers; where there are none, the
/// administrators. Whoever left the house hears nothing.
/// </summary>
internal sealed class AlarmRecipients
{
    private const string ServiceManager = "service-manager";
    private readonly HashSet<Guid> active;
    private readonly Guid[] managers;

    private AlarmRecipients(List<Account> accounts)
    {
        active = [.. accounts.Select(a => a.Id)];
        managers = WithRole(accounts, ServiceManager) is { Length: > 0 } some ? some : WithRole(accounts, Roles.Administrator);
    }

    public static async Task<AlarmRecipients> ReadAsync(ServiceDb db, CancellationToken cancel) =>
        new(await db.Accounts.AsNoTracking().Where(a => !a.Disabled).ToListAsync(cancel));

    public IReadOnlyList<Guid> Of(Headline document) =>
        document.AssigneeId is { } assignee && active.Contains(assignee) ? [assignee] : managers;

    private static Guid[] WithRole(List<Account> accounts, string role) =>
        [.. accounts.Where(a => a.Roles.Contains(role)).Select(a => a.Id)];
}
