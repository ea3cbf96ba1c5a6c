using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Tests.Charters;

public class EarlyWarningTests
{
    [Theory]
    [InlineData(25, 120, 30)]
    [InlineData(50, 120, 60)]
    [InlineData(5, 120, 6)]
    [InlineData(75, 120, 90)]
    [InlineData(25, 96 * 60, 24 * 60)]
    [InlineData(75, 30 * 24 * 60, 24 * 60)]
    [InlineData(25, 0, 24 * 60)]        // no first moment, and so no part of it
    public void A_deadline_warns_in_the_last_part_of_its_time_and_no_earlier_than_a_day_ahead(int share, int minutes, int ahead) =>
        new EarlyWarning(share).Ahead(TimeSpan.FromMinutes(minutes), EarlyWarning.Day).ShouldBe(TimeSpan.FromMinutes(ahead));
}
