using System.Globalization;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Texts;

namespace Sanbao.Web.Tests.Texts;

public class WordsTests
{
    private static readonly Words Zh = Words.Of(Language.Chinese);
    private static readonly Words En = Words.Of(Language.English);
    private static readonly DateOnly Day = new(2026, 5, 2);
    // 23:30 in China, the day before that in London.
    private static readonly DateTimeOffset Instant = new(2026, 5, 2, 15, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Dates_are_said_as_people_write_them()
    {
        Zh.Say(Day).ShouldBe("2026年5月2日");
        En.Say(Day).ShouldBe("2 May 2026");
        Zh.Day(Day).ShouldBe("2026年5月2日 周六");
        En.Day(Day).ShouldBe("Sat 2 May 2026");
    }

    [Fact]
    public void Instants_are_told_in_the_companys_zone()
    {
        Zh.Say(Instant).ShouldBe("2026年5月2日 23:30");
        En.Say(Instant).ShouldBe("2 May 2026, 23:30");
    }

    [Fact]
    public void Lists_call_the_days_about_today_by_their_names()
    {
        Zh.Short(Instant, Instant.AddMinutes(29)).ShouldBe("今天 23:30");
        Zh.Short(Instant, Instant.AddMinutes(31)).ShouldBe("昨天 23:30");
        En.Short(Instant, Instant.AddDays(-1)).ShouldBe("Tomorrow 23:30");
    }

    [Theory]
    [InlineData("1.00:09:00", "1 天", "1 d")]
    [InlineData("1.02:09:00", "1 天 2 小时", "1 d 2 h")]
    [InlineData("0.02:00:59", "2 小时", "2 h")]
    [InlineData("0.00:42:05", "42 分 5 秒", "42 min 5 s")]
    [InlineData("0.00:00:00", "0 分", "0 min")]
    public void A_length_of_time_is_said_by_its_two_largest_units_and_no_zero_behind(string time, string zh, string en)
    {
        Zh.Say(TimeSpan.Parse(time, CultureInfo.InvariantCulture)).ShouldBe(zh);
        En.Say(TimeSpan.Parse(time, CultureInfo.InvariantCulture)).ShouldBe(en);
    }

    [Fact]
    public void Working_time_is_said_in_hours_and_never_in_days()
    {
        Zh.SayWorking(TimeSpan.FromMinutes(30 * 60 + 15)).ShouldBe("30 小时 15 分（按工作时间）");
        En.SayWorking(TimeSpan.FromMinutes(45)).ShouldBe("45 min of working time");
    }

    [Fact]
    public void Lists_leave_out_the_current_year()
    {
        Zh.Short(Instant, Instant.AddDays(30)).ShouldBe("5月2日 23:30");
        Zh.Short(Instant, Instant.AddYears(1)).ShouldBe("2026年5月2日 23:30");
    }

    [Fact]
    public void Money_shows_its_fen_and_its_sign()
    {
        Zh.Say(Money.Yuan(1250)).ShouldBe("¥1,250.00");
        Zh.Say(Money.Yuan(-0.5m)).ShouldBe("-¥0.50");
    }

    [Fact]
    public void A_phrase_says_its_arguments_in_the_same_language()
    {
        var phrase = Phrase.Of("clock.due", Day);
        Zh.Say(phrase).ShouldBe("期限 2026年5月2日");
        En.Say(phrase).ShouldBe("Due 2 May 2026");
        En.Say(Phrase.Of("clock.due", new Word("cause.misuse"))).ShouldBe("Due Misuse");
        Zh.Say(Phrase.Of("clock.due", new Bilingual("甲", "A"))).ShouldBe("期限 甲");
        Zh.Say(Phrase.Of("clock.due", Cause.HumanDamage)).ShouldBe("期限 人为损坏");
    }

    [Fact]
    public void English_counts_one_and_many()
    {
        En["cli.charter-check.clean", 1].ShouldBe("1 file, no errors.");
        En["cli.charter-check.clean", 1200].ShouldBe("1,200 files, no errors.");
    }

    [Fact]
    public void A_missing_text_shows_its_key_and_breaks_no_page() => Zh["no.such.key"].ShouldBe("[no.such.key]");
}
