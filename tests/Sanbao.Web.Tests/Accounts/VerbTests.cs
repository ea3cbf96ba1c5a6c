using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;
using Sanbao.Data.Journal;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Features.Accounts;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Accounts;

[Collection(nameof(Terminal))]
public class VerbTests(PostgresCluster cluster)
{
    public static TheoryData<Kind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_new_token_stands_alone_on_stdout_and_only_its_hash_is_kept(Kind kind)
    {
        await using var place = await Place.New(kind, cluster);
        var (exit, output, error) = await place.Run("token create --name 官网 --role liaison");
        (exit, error).ShouldBe((0, ""));
        var secret = output.TrimEnd();
        secret.ShouldMatch("^sb_[A-Za-z0-9_-]{43}$");
        await using var db = place.Open();
        var token = await db.FindTokenAsync(secret, TestContext.Current.CancellationToken);
        token!.Roles.ShouldBe(["liaison"]);
        token.Hash.ShouldNotContain(secret);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_token_may_have_several_roles_and_do_what_any_of_them_may(Kind kind)
    {
        await using var place = await Place.New(kind, cluster);
        var (exit, output, error) = await place.Run("token create --name MES --role quality,liaison,quality");
        (exit, error).ShouldBe((0, ""));
        await using var db = place.Open();
        var actor = (await db.FindTokenAsync(output.TrimEnd(), TestContext.Current.CancellationToken))!.ToActor();
        (actor.May(Permission.AssignRequests), actor.May(Permission.EditEquipment), actor.May(Permission.Administer))
            .ShouldBe((true, true, false));
        (await place.Run("token list")).Output.ShouldContain("\tquality,liaison\t");
    }

    [Theory]
    [InlineData("token create --name web --role liaison,king")]
    [InlineData("user create admin --name 赵敏 --role king")]
    public async Task Whoever_does_not_know_the_roles_is_told_all_of_them(string typed)
    {
        await using var place = await Place.New(Kind.Sqlite, cluster);
        var (exit, _, error) = await place.Run(typed);
        exit.ShouldBe(1);
        foreach (var role in Roles.Codes) error.ShouldContain(role);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_token_is_listed_and_revoked_by_its_name(Kind kind)
    {
        await using var place = await Place.New(kind, cluster);
        var secret = (await place.Run("token create --name web --role liaison")).Output.TrimEnd();
        (await place.Run("token list")).Output.ShouldContain("\tliaison\t");
        (await place.Run("token revoke web")).Exit.ShouldBe(0);
        (await place.Run("token revoke web")).Exit.ShouldBe(1);
        await using var db = place.Open();
        (await db.FindTokenAsync(secret, TestContext.Current.CancellationToken)).ShouldBeNull();
        var codes = (await db.TimelineAsync(CompanyJournal.Only, Actor.System, TestContext.Current.CancellationToken)).Select(l => l.Code);
        codes.ShouldBe(["charter.shipped", "token.created", "token.revoked"]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_new_user_gets_a_password_that_must_be_changed(Kind kind)
    {
        await using var place = await Place.New(kind, cluster);
        var (exit, output, _) = await place.Run("user create admin --name 赵敏 --role administrator,liaison");
        exit.ShouldBe(0);
        await using var db = place.Open();
        var account = await db.Accounts.SingleAsync(TestContext.Current.CancellationToken);
        account.MustChangePassword.ShouldBeTrue();
        account.Roles.ShouldBe(["administrator", "liaison"]);
        (await AccountVerbs.Passwords.FitsAsync(account, output.TrimEnd())).ShouldBeTrue();
        var second = (await place.Run("user reset-password ADMIN")).Output.TrimEnd();
        second.ShouldNotBe(output.TrimEnd());
        await db.Entry(account).ReloadAsync(TestContext.Current.CancellationToken);
        (await AccountVerbs.Passwords.FitsAsync(account, second)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_person_outside_the_company_is_made_as_somebodys(Kind kind)
    {
        await using var place = await Place.New(kind, cluster);
        (await place.Run("token create --name web --role liaison")).Exit.ShouldBe(0);
        var customer = A.Customer();
        await using (var write = place.Open())
        {
            write.Add(customer);
            await write.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        (await place.Run($"user create cust1 --name 客户甲 --role customer --customer {customer.Id}")).Exit.ShouldBe(0);
        (await place.Run("user create dealer1 --name 经销商 --role dealer")).Exit.ShouldBe(0);
        await using var db = place.Open();
        var made = await db.Accounts.OrderBy(a => a.UserName).ToListAsync(TestContext.Current.CancellationToken);
        made.Select(a => (a.DealerId, a.CustomerId)).ShouldBe([(null, customer.Id), (made[1].Id, null)]);
    }

    [Theory]
    [InlineData("user create cust1 --name 客户甲 --role customer", 1, "--customer")]
    [InlineData("user create cust1 --name 客户甲 --role customer --customer 00000000-0000-0000-0000-000000000001", 1, "customer")]
    [InlineData("user create cust1 --name 客户甲 --role liaison --customer 00000000-0000-0000-0000-000000000001", 1, "customer")]
    [InlineData("user create cust1 --name 客户甲 --role dealer,liaison", 1, "roles")]
    [InlineData("token create --role liaison", 2, "--name")]
    [InlineData("token create --name web", 2, "--role")]
    [InlineData("token create --name web --role king", 1, "king")]
    [InlineData("user create admin --name 赵敏 --role king", 1, "king")]
    [InlineData("user create a,b --name 赵敏 --role liaison", 1, "login")]
    [InlineData("user create", 2, "LOGIN")]
    [InlineData("token create --name web --role ,", 1, "role")]
    [InlineData("token create --name web --role dealer --dealer x", 2, "\"x\"")]
    [InlineData("token create --name web --role liaison --dealer 00000000-0000-0000-0000-000000000001", 1, "dealer")]
    public async Task What_cannot_be_is_told_on_stderr_and_stdout_stays_empty(string typed, int exit, string says)
    {
        await using var place = await Place.New(Kind.Sqlite, cluster);
        var done = await place.Run(typed);
        done.Exit.ShouldBe(exit);
        done.Error.ShouldContain(says);
        done.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("user reset-password nobody", "nobody")]
    [InlineData("token revoke nothing", "nothing")]
    public async Task Whom_nobody_knows_is_told_by_name(string typed, string says)
    {
        await using var place = await Place.New(Kind.Sqlite, cluster);
        await place.Run("migrate");
        var done = await place.Run(typed);
        (done.Exit, done.Output).ShouldBe((1, ""));
        done.Error.ShouldContain(says);
    }

    private sealed class Place : IAsyncDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("sanbao-verbs-").FullName;
        private readonly string? database;
        private readonly ServiceDatabase store;

        private Place(string? database)
        {
            this.database = database;
            store = ServiceDatabase.Of(folder, database);
        }

        public static async Task<Place> New(Kind kind, PostgresCluster cluster) =>
            new(kind is Kind.Postgres ? "postgres:" + await cluster.NewDatabaseAsync() : null);

        public ServiceDb Open() => store.CreateDbContext();

        public Task<(int Exit, string Output, string Error)> Run(string typed) =>
            Terminal.RunAsync(
                [.. typed.Split(' '), "--data", folder, .. database is null ? Array.Empty<string>() : ["--database", database]]);

        public async ValueTask DisposeAsync()
        {
            await store.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }
}
