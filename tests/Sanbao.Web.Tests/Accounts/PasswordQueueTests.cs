using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Sanbao.Data.Accounts;
using Sanbao.Web.Features.Accounts;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Accounts;

/// <summary>Two hundred strangers try passwords at once: they wait for each other, nobody else waits for them.</summary>
public class PasswordQueueTests
{
    private const int Strangers = 200;

    [Fact]
    public async Task Strangers_at_the_door_have_a_queue_of_their_own_and_pages_and_health_do_not_wait()
    {
        using var hasher = new SlowHasher();
        await using var site = await TestSite.Start(
            adjust: b => b.Services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<Account>>(hasher)));
        using var colleague = await site.SignIn("liaison");

        hasher.Stop();
        var tries = await Task.WhenAll(Enumerable.Range(0, Strangers).Select(async i =>
        {
            var stranger = site.Browse();
            return (stranger, page: await stranger.Page("/sign-in"), login: $"stranger{i}");
        }));
        var answers = tries.Select(t => t.stranger.Submit(t.page, "/sign-in", ("login", t.login), ("password", "a wrong one"))).ToArray();
        var waiting = Passwords.AtOnce + Passwords.Waiting;
        // While nothing at all is hashed: whoever finds no room is sent away at once, everybody else is served.
        while (answers.Count(a => a.IsCompleted) < Strangers - waiting) await Task.WhenAny(answers.Where(a => !a.IsCompleted));
        foreach (var path in new[] { "/charters", "/requests", "/health/live", "/health/ready" })
            (await colleague.Get(path)).StatusCode.ShouldBe(HttpStatusCode.OK, path);
        var sentAway = answers.Where(a => a.IsCompleted).Select(a => a.Result).ToArray();
        sentAway.Length.ShouldBe(Strangers - waiting);
        sentAway.ShouldAllBe(a => a.StatusCode == HttpStatusCode.ServiceUnavailable && a.Headers.RetryAfter != null);

        hasher.Go();
        var all = await Task.WhenAll(answers);
        all.Count(a => a.StatusCode is HttpStatusCode.UnprocessableEntity).ShouldBe(waiting);
        hasher.MostAtOnce.ShouldBeLessThanOrEqualTo(Passwords.AtOnce);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Takes as long as the test says.</summary>
    private sealed class SlowHasher : IPasswordHasher<Account>, IDisposable
    {
        private readonly PasswordHasher<Account> inner = new(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));
        private readonly ManualResetEventSlim going = new(true);
        private int now, most;

        public int MostAtOnce => most;

        public void Stop() => going.Reset();

        public void Go() => going.Set();

        public string HashPassword(Account user, string password) => inner.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            var running = Interlocked.Increment(ref now);
            NoteMost(running);
            going.Wait(Cancel);
            Interlocked.Decrement(ref now);
            return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }

        public void Dispose() => going.Dispose();

        private void NoteMost(int running)
        {
            for (int seen; (seen = most) < running && Interlocked.CompareExchange(ref most, running, seen) != seen;) { }
        }
    }
}
