using Sanbao.Web.Features.Requests.Handling;

namespace Sanbao.Web.Tests.Requests;

public class MentionTests
{
    private static readonly Mentionable[] People =
    [
        new(Guid.NewGuid(), "陈伟", "chen"), new(Guid.NewGuid(), "陈伟明", "chenwm"), new(Guid.NewGuid(), "Ann Li", "ann"),
        new(Guid.NewGuid(), "李工", "li1"), new(Guid.NewGuid(), "李工", "li2"),
    ];

    [Theory]
    [InlineData("请@陈伟看一下", "chen")]
    [InlineData("＠陈伟明请看", "chenwm")]
    [InlineData("@ann and @CHEN, please", "ann chen")]
    [InlineData("@Ann Li, please; @ann again", "ann")]
    [InlineData("@annabel", "")]
    [InlineData("发到 wang@chen.cn", "")]
    [InlineData("@李工 来", "li1 li2")]
    [InlineData("@没有这人 @", "")]
    [InlineData("没有提到谁", "")]
    public void A_text_mentions_whom_it_names_behind_the_sign(string text, string logins) =>
        string.Join(' ', Mentions.Of(text, People).Select(p => p.Login)).ShouldBe(logins);
}
