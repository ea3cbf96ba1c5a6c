using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Tests.Charters;

public class EarlyWarningTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 2, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(25, 120, 30)]
    [InlineData(50, 120, 60)]
    [InlineData(5, 120, 6)]
    [InlineData(75, 120, 90)]
    [InlineData(25, 96 * 60, 24 * 60)]
    [InlineData(75, 30 * 24 * 60, 24 * 60)]
    public void A_deadline_warns_in_the_last_part_of_its_time_and_no_earlier_than_a_day_ahead(int share, int minutes, int ahead)
    {
        var due = Start.AddMinutes(minutes);
        new EarlyWarning(share).At(Start, due).ShouldBe(due.AddMinutes(-ahead));
    }
}
