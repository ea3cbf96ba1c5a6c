using System.Collections.Frozen;
using Sanbao.Charters;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Tests.Charters;

/// <summary>Days off and days worked that a charter or the company declares over the statutory calendar.</summary>
public class OwnDaysTests
{
    private static readonly Actor Leader = new(Guid.NewGuid(), "李建国", ["service-manager"], Roles.PermissionsOf(["service-manager"]));
    private static readonly DateTimeOffset Now = new(2026, 5, 2, 10, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void A_charter_names_days_off_and_days_worked()
    {
        var charter = Read("days-off: [2026-12-31, 2027-02-08 to 2027-02-20]\ndays-worked: 2026-12-26\n");
        charter.Calendar.IsWorkingDay(new(2026, 12, 31)).ShouldBeFalse();
        charter.Calendar.IsWorkingDay(new(2027, 2, 20)).ShouldBeFalse();
        charter.Calendar.IsWorkingDay(new(2027, 2, 22)).ShouldBeTrue();
        charter.Calendar.IsWorkingDay(new(2026, 12, 26)).ShouldBeTrue("a Saturday that is worked");
    }

    [Fact]
    public void A_day_is_off_or_worked_not_both() =>
        CharterLibrary.Check(new SourceFile("T.yaml", Text("days-off: 2026-12-26\ndays-worked: 2026-12-26\n"))).ShouldHaveSingleItem()
            .In(chinese: false).ShouldContain("2026-12-26");

    [Fact]
    public void The_charters_own_days_come_before_the_companys_and_these_before_the_holidays()
    {
        var company = new OwnDays(Days(new(2026, 12, 28), new(2026, 12, 26)), Days(new DateOnly(2026, 10, 1)));
        var library = CharterLibrary.Shipped.With([new SourceFile("T.yaml", Text("days-worked: 2026-12-26\n"))])
            .Library.Over(company, EarlyWarning.Usual);
        var calendar = library.Find("T7", 1)!.Charter.Calendar;
        calendar.IsWorkingDay(new(2026, 12, 28)).ShouldBeFalse("the company's day off");
        calendar.IsWorkingDay(new(2026, 12, 26)).ShouldBeTrue("the charter's own word");
        calendar.IsWorkingDay(new(2026, 10, 1)).ShouldBeTrue("National Day, worked by the company");
        calendar.IsWorkingDay(new(2026, 10, 2)).ShouldBeFalse();
    }

    [Fact]
    public void Charters_keep_their_law_and_their_word_over_the_companys_days()
    {
        var library = CharterLibrary.Shipped.Over(new OwnDays(Days(new DateOnly(2026, 12, 28)), FrozenSet<DateOnly>.Empty),
            EarlyWarning.Usual);
        var charter = library.InForce("S10", new(2026, 5, 2))!;
        charter.Law.ShouldBeSameAs(library.InForce("cn-consumer", new(2026, 5, 2)), "else every look would make another charter");
        charter.Hash.ShouldBe(CharterLibrary.Shipped.Find("S10", 1)!.Charter.Hash);
    }

    [Fact]
    public void Of_two_entries_for_one_day_the_later_counts_and_what_is_taken_back_counts_for_nothing()
    {
        var off = CompanyDays.Declare(new(2026, 12, 28), new(2026, 12, 29), worked: false, "盘点", Leader, Now);
        var on = CompanyDays.Declare(new(2026, 12, 29), null, worked: true, "赶工", Leader, Now.AddDays(1));
        CompanyDays.Of([on, off]).IsSame(new(Days(new DateOnly(2026, 12, 28)), Days(new DateOnly(2026, 12, 29)))).ShouldBeTrue();
        on.Withdraw(Leader, Now.AddDays(2));
        CompanyDays.Of([on, off]).Worked.ShouldBeEmpty();
    }

    private static FrozenSet<DateOnly> Days(params DateOnly[] days) => days.ToFrozenSet();

    private static Charter Read(string more) =>
        CharterLibrary.Shipped.With([new SourceFile("T.yaml", Text(more))]).Library.Find("T7", 1)!.Charter;

    private static string Text(string more) =>
        CharterLibrary.Shipped.Find("S7", 1)!.Text.Replace("charter: S7", "charter: T7", StringComparison.Ordinal) + "\n" + more;
}
