using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Sanbao.Browser.Tests;

/// <summary>People come in, by keyboard alone, and to the page they wanted.</summary>
public class SignInTests(RunningSite site)
{
    [Theory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task A_clerk_signs_in_by_keyboard_alone_and_comes_to_the_page_that_was_wanted(int width, bool english)
    {
        await using var visit = await site.Visit(new(width, english));
        await visit.Open("/charters");
        await visit.Picture("sign-in");
        await visit.ShouldFit();
        // The login has the cursor already.
        await visit.Page.Keyboard.TypeAsync("kefu");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.TypeAsync("not the password");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.ShouldSee(english ? "The login or the password is wrong" : "登录名或密码不正确");
        await visit.Picture("sign-in-wrong");
        // Now the password has it, for that is where it went wrong.
        await visit.Page.Keyboard.TypeAsync("sanbao-demo");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/charters");
        await visit.ShouldFit();
    }

    [Theory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task An_administrator_looks_after_users_and_settings(int width, bool english)
    {
        await using var visit = await site.VisitAs("admin", new(width, english));
        await visit.Open("/users");
        await visit.Picture("users");
        await visit.ShouldFit();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "陈伟" }).ClickAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("/users/."));
        await Assertions.Expect(visit.Page.Locator("h1")).ToContainTextAsync("陈伟");
        await visit.Picture("user");
        await visit.ShouldFit();
        await visit.Open("/settings");
        await visit.Picture("settings");
        await visit.ShouldFit();
        await visit.Open("/password");
        await visit.Picture("password");
        await visit.ShouldFit();
        visit.ShouldBeCalm();
    }

    [Fact]
    public async Task One_press_on_a_role_of_the_demo_company_comes_in()
    {
        await using var visit = await site.Visit(new(Script: false));
        await visit.Open("/sign-in");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "服务经理 jingli" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".drop-title")).ToContainTextAsync("李建国");
        visit.ShouldBeCalm();
    }
}
