using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Quartz;
using Sanbao.Data.Writing;

namespace Sanbao.Web.Features.Due;

/// <summary>The duty: three times a minute the deadlines whose moment has come speak.</summary>
[DisallowConcurrentExecution]
internal sealed class FireDeadlines(DeadlineAlarm alarm, ILogger<FireDeadlines> log) : IJob
{
    public const string Cron = "0/20 * * * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            await alarm.FireAsync(cancellationToken);
        }
        catch (Exception why) when (IsPassing(why))
        {
            // Nothing is lost: what did not speak is still waiting at the next ring.
            log.LogWarning(why, "Deadlines could not speak for the moment");
        }
    }

    private static bool IsPassing(Exception why) =>
        why is DbException or BusyException or DbUpdateException || why is InvalidOperationException { InnerException: { } inner }
            && IsPassing(inner);
}
