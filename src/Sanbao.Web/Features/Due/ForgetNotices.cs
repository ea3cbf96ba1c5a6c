using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Quartz;
using Sanbao.Data.Writing;

namespace Sanbao.Web.Features.Due;

/// <summary>What was read long ago goes. What it told of stands in the journal of its document; what nobody read yet stays.</summary>
internal sealed class NoticeEnd(Writer writer, TimeProvider time)
{
    /// <summary>From the instant it was read.</summary>
    public const int KeptDays = 180;

    /// <summary>Gives how many went.</summary>
    public Task<int> RunAsync(CancellationToken cancel)
    {
        var before = time.Now().AddDays(-KeptDays);
        return writer.RunAsync(db => db.Notices.Where(n => n.ReadAt < before).ExecuteDeleteAsync(cancel), cancel);
    }
}

/// <summary>The duty: once a night. Any node may do it, and twice does no harm.</summary>
[DisallowConcurrentExecution]
internal sealed class ForgetNotices(NoticeEnd notices, ILogger<ForgetNotices> log) : IJob
{
    public const string Cron = "0 20 3 * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            await notices.RunAsync(cancellationToken);
        }
        catch (Exception why) when (why is DbException or BusyException or DbUpdateException)
        {
            // The next night takes them with its own.
            log.LogWarning(why, "Notices that were read long ago could not go for the moment");
        }
    }
}
