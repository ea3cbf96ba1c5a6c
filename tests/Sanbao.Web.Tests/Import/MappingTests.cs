using Sanbao.Domain.Kernel;
using Sanbao.Web.Features.Import;
using Sanbao.Web.Features.Import.Mapping;

namespace Sanbao.Web.Tests.Import;

public class MappingTests
{
    [Fact]
    public void The_mappings_that_ship_are_read() =>
        ShippedMaps.All.Select(m => (m.Code, m.Kind)).ShouldBe(
        [
            ("customers", ImportKind.Customers), ("equipment", ImportKind.Equipment), ("open-repair", ImportKind.Requests),
                ("requests", ImportKind.Requests),
        ]);

    [Theory]
    [InlineData("kind: request", 2, 7, "requests")]
    [InlineData("kind: requests\nfields:\n  externalRefrence: id\n  reportedAt: day", 4, 3, "externalReference")]
    [InlineData("kind: requests\nfields:\n  externalReference: id", 4, 3, "reportedAt")]
    [InlineData("kind: requests\nfields:\n  externalReference: id\n  reportedAt: {columm: day}", 5, 16, "columm")]
    public void What_is_wrong_in_a_mapping_is_told_by_line_column_and_a_hint(string text, int line, int column, string named)
    {
        var (map, errors) =
            MapReader.Read("m.yaml", "mapping: m\n" + text + (text.Contains("fields") ? "" : "\nfields: {}") + "\nname: {zh: 甲, en: A}\n");
        map.ShouldBeNull();
        var error = errors.First(e => e.In(chinese: false).Contains(named));
        (error.Line, error.Column).ShouldBe((line, column), string.Join("\n", errors));
    }

    [Fact]
    public void A_file_without_the_columns_is_refused_naming_all_that_are_missing()
    {
        var why = Should.Throw<RefusedException>(() => BoundMap.Of(ShippedMaps.Find("open-repair")!, ["id", "brand", "problem"])).Refusal;
        why.Code.ShouldBe("import.missing-columns");
        why.Arguments[0].ShouldBe("data_provider, product_category, repair_status, event_date, repair_barrier_if_end_of_life");
    }
}
