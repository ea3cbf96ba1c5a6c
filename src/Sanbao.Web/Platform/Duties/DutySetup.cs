using Quartz;

namespace Sanbao.Web.Platform.Duties;

/// <summary>
/// What the product does by itself. Quartz is an alarm clock only (docs/decisions/0003): its store is memory, every node has one, and the
/// rows in the database decide who does what. A duty may therefore ring on many nodes at once, and twice.
/// </summary>
internal static class DutySetup
{
    /// <summary>The clock itself; it begins when the site has started and waits for running duties when it ends.</summary>
    public static void AddDuties(this IServiceCollection services)
    {
        services.AddQuartz(clock =>
        {
            // Duties ask the site for the time themselves; the clock that wakes them is the real one.
            clock.UseTimeProvider(TimeProvider.System);
            clock.UseInMemoryStore();
        });
        services.AddQuartzHostedService(o =>
        {
            o.AwaitApplicationStarted = true;
            o.WaitForJobsToComplete = true;
        });
    }

    /// <param name="cron">With seconds; never an interval, which rings again for everything it missed.</param>
    public static void AddDuty<TDuty>(this IServiceCollection services, string cron) where TDuty : class, IJob
    {
        var name = typeof(TDuty).Name;
        services.AddQuartz(clock => clock
            .AddJob<TDuty>(job => job.WithIdentity(name))
            // Once at the start, too: what came due while nobody was here must not wait.
            .AddTrigger(trigger => trigger.ForJob(name).WithIdentity(name + " at start").StartNow())
            .AddTrigger(trigger => trigger.ForJob(name).WithIdentity(name)
                .WithCronSchedule(cron, c => c.WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing))));
    }
}
