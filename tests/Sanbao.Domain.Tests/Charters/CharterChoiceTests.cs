using Sanbao.Domain.Charters;
using static Sanbao.Domain.Charters.AttachmentLevel;

namespace Sanbao.Domain.Tests.Charters;

public class CharterChoiceTests
{
    private static readonly DateOnly Day = new(2026, 5, 2);

    private static readonly CharterSubject Everything = new()
    {
        Asked = "asked", Customer = "C", Contract = "K", Dealer = "D", Model = "M", Line = "L", CustomerClass = "A",
    };

    private static readonly CharterAttachment[] All =
    [
        new(Company, "", "company"), new(CustomerClass, "A", "class"), new(Line, "L", "line"), new(Model, "M", "model"),
        new(Dealer, "D", "dealer"), new(Contract, "K", "contract"), new(Customer, "C", "customer"),
    ];

    [Fact]
    public void The_most_specific_attachment_wins_level_by_level()
    {
        Choose(Everything).ShouldBe("asked");
        Choose(Everything with { Asked = null }).ShouldBe("customer");
        Choose(Everything with { Asked = null, Customer = "X" }).ShouldBe("contract");
        Choose(new CharterSubject { Dealer = "D", Model = "M", Line = "L" }).ShouldBe("dealer");
        Choose(new CharterSubject { Model = "M", Line = "L", CustomerClass = "A" }).ShouldBe("model");
        Choose(new CharterSubject { Line = "L", CustomerClass = "A" }).ShouldBe("line");
        Choose(new CharterSubject { CustomerClass = "A" }).ShouldBe("class");
        Choose(new CharterSubject()).ShouldBe("company");
    }

    [Fact]
    public void The_answer_says_which_attachment_and_which_others_fitted()
    {
        var choice = CharterChoice.Of(new CharterSubject { Model = "M", Line = "L" }, All, Day)!;
        choice.Why.Code.ShouldBe("charter-choice.model");
        choice.Why.Arguments.ShouldBe(["model", "M"]);
        choice.PassedOver.Select(a => a.Level).ShouldBe([Line, Company]);
    }

    [Fact]
    public void An_attachment_holds_from_its_first_to_its_last_day()
    {
        CharterAttachment[] one =
            [new(Customer, "C", "special", new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 31)), new(Company, "", "company")];
        string On(int month, int day) =>
            CharterChoice.Of(Everything with { Asked = null }, one, new DateOnly(2026, month, day))!.CharterCode;
        On(4, 30).ShouldBe("company");
        On(5, 1).ShouldBe("special");
        On(5, 31).ShouldBe("special");
        On(6, 1).ShouldBe("company");
    }

    [Fact]
    public void Of_two_on_one_level_the_later_begun_wins_in_any_order()
    {
        CharterAttachment[] two = [new(Customer, "C", "old"), new(Customer, "C", "new", new DateOnly(2026, 1, 1))];
        var subject = new CharterSubject { Customer = "C" };
        CharterChoice.Of(subject, two, Day)!.CharterCode.ShouldBe("new");
        CharterChoice.Of(subject, two.Reverse(), Day)!.CharterCode.ShouldBe("new");
    }

    [Fact]
    public void Where_nothing_fits_there_is_no_charter() => CharterChoice.Of(new CharterSubject(), All[1..], Day).ShouldBeNull();

    private static string Choose(CharterSubject subject) => CharterChoice.Of(subject, All, Day)!.CharterCode;
}
