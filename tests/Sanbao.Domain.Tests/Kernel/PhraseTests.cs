using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Tests.Kernel;

public sealed class PhraseTests
{
    private static readonly DateOnly Day = new(2026, 5, 2);

    [Fact]
    public void Its_arguments_are_read_as_they_were_given()
    {
        Phrase.Of("a").Arguments.ShouldBeEmpty();
        Phrase.Of("a", Day).Arguments.ShouldBe([Day]);
        Phrase.Of("a", Cause.Misuse, "text", Span.Months(3), (DateOnly?)Day)
            .Arguments.ShouldBe([Cause.Misuse, "text", Span.Months(3), Day]);
        Phrase.Of("a", 1, 2, 3, 4, 5).Arguments.ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public void Collected_arguments_are_not_one_argument()
    {
        object[] collected = ["text", Day];
        Phrase.Of("a", collected).Arguments.ShouldBe(["text", Day]);
        Phrase.Of("a", collected.AsSpan()).Arguments.ShouldBe(["text", Day]);
        object[] one = ["text"];
        Phrase.Of("a", one).Arguments.ShouldBe(["text"]);
    }

    [Fact]
    public void Two_phrases_are_one_when_they_say_the_same_however_they_were_made()
    {
        object[] collected = [2, Day];
        Phrase.Of("a", collected).ShouldBe(Phrase.Of("a", 2, Day));
        Phrase.Of("a", collected).GetHashCode().ShouldBe(Phrase.Of("a", 2, Day).GetHashCode());
        Phrase.Of("a", 2, Day).ShouldNotBe(Phrase.Of("a", Day, 2));
        Phrase.Of("a", 2).ShouldNotBe(Phrase.Of("b", 2));
        Phrase.Of("a", 2).ShouldNotBe(Phrase.Of("a", 2L));
        default(Phrase).Arguments.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_collected_may_change_afterwards_and_the_phrase_does_not()
    {
        object[] collected = ["text"];
        var phrase = Phrase.Of("a", collected);
        collected[0] = "other";
        phrase.Arguments.ShouldBe(["text"]);
    }
}
