using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data.Accounts;
using Sanbao.Domain.Kernel;

namespace Sanbao.Web.Tests.Data;

public class AccountTests(PostgresCluster cluster)
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Identity_finds_an_account_with_its_roles_again(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        await test.Writer.RunAsync(async db =>
        {
            using var store = new AccountStore(db) { AutoSaveChanges = false };
            var account = new Account { Id = Guid.CreateVersion7(A.Now), UserName = "wangfang", NormalizedUserName = "WANGFANG",
                DisplayName = "王芳", Roles = ["liaison"], CreatedAt = A.Now };
            (await store.CreateAsync(account, default)).ShouldBe(IdentityResult.Success);
            await db.NotedAsync();
        });
        await using var reading = test.Open();
        using var again = new AccountStore(reading);
        var actor = (await again.FindByNameAsync("WANGFANG", default)).ShouldNotBeNull().ToActor();
        (actor.Name, actor.May(Permission.CloseRequests), actor.May(Permission.Administer), actor.SeesCompany)
            .ShouldBe(("王芳", true, false, true));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_token_acts_under_its_role_until_it_is_revoked_and_its_secret_is_not_kept(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var (token, secret) = ApiToken.Create("ERP 接口", ["dispatcher"], A.Now);
        await test.Writer.RunAsync(db => db.AddNotedAsync(token));
        await using var db = test.Open();
        (await db.FindTokenAsync(secret)).ShouldNotBeNull().ToActor().May(Permission.AssignRequests).ShouldBeTrue();
        token.Hash.ShouldNotContain(secret);
        await test.Writer.RunAsync(async inside =>
        {
            (await inside.ApiTokens.SingleAsync()).Revoke(A.Now);
            await inside.NotedAsync();
        });
        (await db.FindTokenAsync(secret)).ShouldBeNull();
    }

    [Fact]
    public void A_token_needs_a_role_that_exists() =>
        Should.Throw<FieldErrorsException>(() => ApiToken.Create("x", ["king"], A.Now))
            .Errors.ShouldHaveSingleItem().Field.ShouldBe("role");
}
