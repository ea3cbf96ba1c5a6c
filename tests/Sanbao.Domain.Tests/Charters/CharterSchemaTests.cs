using Sanbao.Charters;

namespace Sanbao.Domain.Tests.Charters;

public class CharterSchemaTests
{
    private static readonly EditorsSchema Schema = EditorsSchema.Of(CharterSchema.Shipped);

    [Fact]
    public void The_shipped_schema_is_the_one_that_the_readers_keys_make()
    {
        var made = Path.Combine(AppContext.BaseDirectory, "charter.schema.json");
        File.WriteAllText(made, CharterSchema.Write());
        (CharterSchema.Shipped == CharterSchema.Write()).ShouldBeTrue($"copy {made} to charters/");
    }

    [Theory, MemberData(nameof(ShippedChartersTests.Codes), MemberType = typeof(ShippedChartersTests))]
    public void It_accepts_every_shipped_charter(string code) =>
        Schema.Misfits(CharterLibrary.Shipped.Versions.Single(v => v.Charter.Code == code).Text).ShouldBeEmpty();

    [Fact]
    public void It_refuses_an_unknown_key_a_wrong_word_and_a_missing_key() =>
        Schema.Misfits(Sample.Good.Replace("version: 1", "versions: 1") + "ladder: [telephone]\n").Count().ShouldBe(3);

    [Fact]
    public void Codes_of_regions_may_stand_without_quotes() =>
        Schema.Misfits(Sample.Good + "regions: {city: [320505, \"320506\"], near: {codes: [32], except: [3205]}}\n").ShouldBeEmpty();
}
