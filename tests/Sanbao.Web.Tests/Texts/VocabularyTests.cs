using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Promises;
using Sanbao.Web.Texts;

namespace Sanbao.Web.Tests.Texts;

public class VocabularyTests
{
    private static readonly Type[] Lists =
    [
        typeof(RequestCategory), typeof(Channel), typeof(Priority), typeof(ServiceMode), typeof(Zone), typeof(Source),
            typeof(ContractParty),
        typeof(Cause), typeof(Remedy), typeof(LineKind), typeof(Payer), typeof(Basis), typeof(UnitDate), typeof(UsageKind),
            typeof(EventKind),
        typeof(PauseParty), typeof(PromiseCode), typeof(ReasonCode), typeof(Fact), typeof(RightGround), typeof(Situation),
        typeof(ClosingNeed), typeof(AttachmentLevel), typeof(CharterChangeStatus),
            typeof(Sanbao.Web.Features.Charters.Differences.CharterPart), typeof(DeadlineState), typeof(Permission), typeof(SpanUnit),
            typeof(AmountUnit), typeof(DayOfWeek),
        typeof(RequestOutcome), typeof(Sanbao.Domain.Requests.ClosingEffect), typeof(Sanbao.Domain.Requests.VisitStatus),
    ];

    [Fact]
    public void Every_value_of_every_closed_list_has_a_word_in_both_languages() =>
        Lists.SelectMany(list => Enum.GetValues(list).Cast<Enum>())
            .Select(value => $"{Kebab.Of(value.GetType().Name)}.{Kebab.Of(value)}")
            .Where(key => !Dictionary.Entries.ContainsKey(key)).ShouldBeEmpty();

    [Fact]
    public void Names_are_written_as_charters_write_them()
    {
        foreach (var cause in Enum.GetValues<Cause>()) Kebab.Of(cause).ShouldBe(Sanbao.Charters.Words.Of(cause));
        foreach (var kind in Enum.GetValues<EventKind>()) Kebab.Of(kind).ShouldBe(Sanbao.Charters.Words.Of(kind));
    }

    [Theory]
    [InlineData("user-designated", Source.UserDesignated)]
    [InlineData("bought-in", Source.BoughtIn)]
    public void A_name_is_read_back(string name, Source source) => Kebab.Parse<Source>(name).ShouldBe(source);

    [Theory]
    [InlineData("UserDesignated")]
    [InlineData("1")]
    [InlineData("")]
    public void Other_spellings_and_numbers_are_no_names(string name) => Kebab.Parse<Source>(name).ShouldBeNull();
}
