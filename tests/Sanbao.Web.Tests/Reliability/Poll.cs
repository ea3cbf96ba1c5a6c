using System.Diagnostics;

namespace Sanbao.Web.Tests.Reliability;

/// <summary>Asks again until something is so; what does not come about within five minutes fails the test.</summary>
internal static class Poll
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(5);

    public static async Task Until(string what, Func<Task<bool>> so)
    {
        var waiting = Stopwatch.StartNew();
        while (!await so())
        {
            waiting.Elapsed.ShouldBeLessThan(Most, "Waited in vain until " + what);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
