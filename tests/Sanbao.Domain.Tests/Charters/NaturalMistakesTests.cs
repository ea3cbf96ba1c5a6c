using Sanbao.Charters;

namespace Sanbao.Domain.Tests.Charters;

public class NaturalMistakesTests
{
    private static readonly EditorsSchema Editor = EditorsSchema.Of(CharterSchema.Shipped);

    public static TheoryData<string, string?> Rows =>
        [.. NaturalMistakes.All.Select(m => new TheoryDataRow<string, string?>(m.Text, m.Hint))];

    [Theory, MemberData(nameof(Rows))]
    public void A_natural_mistake_is_told_once_at_its_place_with_the_word_that_is_meant(string marked, string? hint)
    {
        var error = Sample.Errors(Sample.Unmarked(marked)).ShouldHaveSingleItem(marked);
        (error.Line, error.Column).ShouldBe(Sample.PlaceOf(marked), error.ToString());
        error.Hint.ShouldBe(hint, error.ToString());
        error.In(chinese: true).Any(c => c is >= '一' and <= '龥').ShouldBeTrue(error.In(chinese: true));
    }

    [Fact]
    public void They_are_about_a_hundred_and_an_editor_with_the_schema_refuses_four_fifths_of_them()
    {
        var passed = NaturalMistakes.All.Where(m => !Editor.Misfits(Sample.Unmarked(m.Text)).Any()).ToList();
        NaturalMistakes.All.Length.ShouldBeGreaterThanOrEqualTo(98);
        (NaturalMistakes.All.Length - passed.Count).ShouldBeGreaterThanOrEqualTo(
            (NaturalMistakes.All.Length * 80 + 97) / 98, "passed:\n"
                + string.Join("\n", passed.Select(m => m.Text[m.Text.IndexOf(Sample.Here)..].Split('\n')[0])));
    }

    [Theory]
    [InlineData("rotor")]
    [InlineData("structural")]
    [InlineData("shelf")]
    public void A_real_word_that_looks_like_a_known_one_can_be_insisted_on(string component)
    {
        var text = Sample.Term($"ends: without end\nfor: {{component: {component}}}");
        Sample.Errors(text).ShouldHaveSingleItem().In(chinese: false).ShouldContain("own-words");
        Sample.Errors(text + $"own-words: {component}\n").ShouldBeEmpty();
    }

    [Fact]
    public void After_a_mistake_in_for_nothing_else_is_said_to_be_never_reached() =>
        Sample.Errors(Sample.Good.Replace("    - term: goods", """
                - {term: pump, name: {zh: 泵, en: Pump}, for: {sorce: own}, ends: 24 months from delivered}
                - term: goods
            """)).ShouldHaveSingleItem().Hint.ShouldBe("source");

    [Fact]
    public void Two_promises_of_one_code_may_be_told_apart_by_regions_that_have_no_place_in_common()
    {
        static string Text(string south) => Sample.Good + $$"""
            regions: {north: ["11", "12"], south: ["{{south}}"]}
            promises:
              - {promise: arrival, key: a, name: {zh: 甲, en: A}, for: {region: north}, due: 4 hours after reported, met-by: arrived}
              - {promise: arrival, key: b, name: {zh: 乙, en: B}, for: {region: south}, due: 8 hours after reported, met-by: arrived}

            """;
        Sample.Errors(Text("44")).ShouldBeEmpty();
        Sample.Errors(Text("1101")).ShouldHaveSingleItem().In(chinese: false).ShouldContain("would run for the same case");
    }
}
