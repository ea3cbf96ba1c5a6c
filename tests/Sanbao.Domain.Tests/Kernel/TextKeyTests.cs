using Sanbao.Domain.Customers;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Tests.Requests;

namespace Sanbao.Domain.Tests.Kernel;

public class TextKeyTests
{
    [Theory]
    [InlineData("QC\u200B-001")]
    [InlineData("\uFEFFQC-001")]
    [InlineData("QC-\u200E001\u202C")]
    [InlineData("Q\u00ADC-001\u2060")]
    [InlineData("QC-001\uFE0F")]
    public void What_nobody_sees_makes_no_other_serial(string typed)
    {
        TextKey.Serial(typed).ShouldBe("QC-001");
        TextKey.Shown(typed).ShouldBe("QC-001");
    }

    [Theory]
    [InlineData("QC‐001")]
    [InlineData("QC‑001")]
    [InlineData("QC–001")]
    [InlineData("QC—001")]
    [InlineData("QC−001")]
    [InlineData("QC﹣001")]
    [InlineData("QC－001")]
    [InlineData("qc - 001")]
    [InlineData("ＱＣ－００１")]
    [InlineData("QC\u00A0-\u2009001")]
    [InlineData("QC\u3000-\t001")]
    public void All_dashes_all_blanks_and_all_widths_are_one(string typed) => TextKey.Serial(typed).ShouldBe("QC-001");

    [Theory]
    [InlineData("①Ⅳ㈱", "1IV(株)")]
    [InlineData("ﬁt™", "FITTM")]
    [InlineData("m³", "M3")]
    [InlineData("caf\u00E9", "CAFE\u0301")]
    [InlineData("cafe\u0301", "CAFE\u0301")]
    [InlineData("（苏州）泵业", "(苏州)泵业")]
    [InlineData("𝟏𝟐", "12")]
    [InlineData("豈", "豈")]
    public void Other_forms_of_a_character_are_that_character(string typed, string key) => TextKey.Name(typed).ShouldBe(key);

    [Theory]
    [InlineData("赵　敏")]
    [InlineData("赵 敏")]
    [InlineData("赵\u200B敏")]
    [InlineData(" 赵敏")]
    public void A_name_with_a_blank_inside_is_the_same_name(string typed) => TextKey.Name(typed).ShouldBe("赵敏");

    [Fact]
    public void Half_of_a_character_breaks_nothing() => TextKey.Serial("A\ud8001").ShouldBe("A\uFFFD1");

    [Theory]
    [InlineData("２０２４－０３－０１", "2024-03-01")]
    [InlineData("１９９９．５０", "1999.50")]
    [InlineData("是\u200B", "是")]
    public void Numbers_dates_and_words_are_read_in_plain_characters(string typed, string plain) => TextKey.Plain(typed).ShouldBe(plain);

    [Fact]
    public void A_name_that_nobody_sees_is_no_name() =>
        Should.Throw<FieldErrorsException>(() => Customer.Create(new() { Name = "\u200B \u2060" }, Desk.Clerk, Desk.Now))
            .Errors.ShouldHaveSingleItem().Code.ShouldBe("field.required");
}
