using Sanbao.Web.Features.Accounts;

namespace Sanbao.Web.Tests.Accounts;

public class PasswordRuleTests
{
    [Theory]
    [InlineData("short", "password.too-short")]
    [InlineData("aaaaaaaaaaaa", "password.too-plain")]
    [InlineData("password123", "password.too-common")]
    [InlineData("qwertyuiop", "password.too-common")]
    [InlineData("P@ssw0rd2024", "password.too-common")]
    [InlineData("a1b2c3d4", "password.too-common")]
    [InlineData("woaini1314", "password.too-common")]
    [InlineData("5201314520", "password.too-common")]
    [InlineData("my WangFang 1", "password.has-login")]
    [InlineData("sanbao-demo", "password.has-company")]
    [InlineData("SanBao2026!", "password.has-company")]
    [InlineData("三包服务部 2026", "password.has-company")]
    [InlineData("江川泵业 2026", "password.has-company")]
    [InlineData("jiangchuan2026", "password.has-company")]
    public void What_everybody_tries_first_and_what_anybody_would_try_here_is_no_password(string password, string why) =>
        PasswordRule.WhyNot(password, "wangfang", "江川泵业", "Jiangchuan Co").ShouldBe(why);

    [Theory]
    [InlineData("机器转得好 2026")]
    [InlineData("the first of all")]
    [InlineData("x7Kp2mQz")]
    [InlineData("company dinner at nine")]
    public void Whoever_says_a_sentence_or_plays_dice_is_let_be(string password) =>
        PasswordRule.WhyNot(password, "wangfang", "江川泵业", "Jiangchuan Co").ShouldBeNull();

    [Fact]
    public void Without_a_login_and_a_company_the_rule_holds_all_the_same() =>
        PasswordRule.WhyNot("password123", "", "").ShouldBe("password.too-common");
}
