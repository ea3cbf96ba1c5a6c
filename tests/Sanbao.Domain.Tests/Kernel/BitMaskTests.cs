using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;

namespace Sanbao.Domain.Tests.Kernel;

/// <summary>Sets of events and facts are bits of one number: a value behind the last bit would silently be the first one.</summary>
public sealed class BitMaskTests
{
    [Theory]
    [InlineData(typeof(EventKind), 64)]
    [InlineData(typeof(Fact), 64)]
    [InlineData(typeof(PauseParty), 32)]
    [InlineData(typeof(Remedy), 32)]
    [InlineData(typeof(RequestCategory), 32)]
    [InlineData(typeof(ServiceMode), 32)]
    [InlineData(typeof(Channel), 32)]
    [InlineData(typeof(Zone), 32)]
    [InlineData(typeof(Priority), 32)]
    public void Every_value_has_a_bit_of_its_own(Type kind, int bits) => WhyNot(kind, bits).ShouldBeNull();

    [Fact]
    public void The_65th_value_is_refused()
    {
        WhyNot(typeof(SixtyFive), 64).ShouldBe("SixtyFive.Last is the 65th value of a set of 64.");
    }

    private static string? WhyNot(Type kind, int bits) =>
        Enum.GetValues(kind).Cast<Enum>().Where(value => Convert.ToInt64(value, null) >= bits)
            .Select(value => $"{kind.Name}.{value} is the {Convert.ToInt64(value, null) + 1}th value of a set of {bits}.").FirstOrDefault();

    private enum SixtyFive { First, Last = 64 }
}
