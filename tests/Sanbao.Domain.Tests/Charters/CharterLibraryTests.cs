using Sanbao.Charters;

namespace Sanbao.Domain.Tests.Charters;

public class CharterLibraryTests
{
    private static readonly SourceFile First = new("t1.yaml", Sample.Good);
    private static readonly SourceFile Second = new("t2.yaml", Sample.Good
        .Replace("version: 1", "version: 2").Replace("2026-01-01", "2026-05-01").Replace("12 months", "24 months"));

    [Fact]
    public void The_old_version_governs_until_the_new_ones_first_day()
    {
        var library = Library(First, Second);
        library.InForce("T1", new DateOnly(2025, 12, 31)).ShouldBeNull();
        library.InForce("T1", new DateOnly(2026, 4, 30))!.Version.ShouldBe(1);
        library.InForce("T1", new DateOnly(2026, 5, 1))!.Version.ShouldBe(2);
    }

    [Fact]
    public void A_changed_text_under_an_old_version_number_is_refused()
    {
        var changed = Library(First).With([new("t1.yaml", Sample.Good + "# one word more\n")]);
        changed.Errors.Single().ToString(chinese: false).ShouldBe(
            "t1.yaml:2:10: T1 version 1 is known with another text. The text of a version never changes; make this version 2.");
        changed.Library.Find("T1", 1)!.Text.ShouldBe(Sample.Good);
    }

    [Fact]
    public void Two_texts_of_one_version_in_one_go_are_refused_as_well() =>
        CharterLibrary.Empty.With([First, new("t9.yaml", Sample.Good + "# other\n")]).Errors.Single().File.ShouldBe("t9.yaml");

    [Fact]
    public void The_same_text_again_changes_nothing()
    {
        var again = Library(First).With([First]);
        again.Errors.ShouldBeEmpty();
        again.Library.Versions.Length.ShouldBe(1);
    }

    [Fact]
    public void Nothing_is_added_when_one_of_the_files_is_wrong()
    {
        var reading = CharterLibrary.Empty.With([First, new("bad.yaml", "charter: T2\n")]);
        reading.Clean.ShouldBeFalse();
        reading.Library.Versions.ShouldBeEmpty();
    }

    [Fact]
    public void A_law_is_joined_whatever_the_order_of_the_files()
    {
        var library = Library(new("t.yaml", Sample.Good + "law: L\n"), Law(1, "2026-01-01"));
        library.InForce("T1", new DateOnly(2026, 6, 1))!.Law!.Code.ShouldBe("L");
    }

    [Fact]
    public void A_new_version_of_the_law_governs_from_its_first_day()
    {
        var library = Library(new("t.yaml", Sample.Good + "law: L\n"), Law(1, "2026-01-01"), Law(2, "2026-07-01"));
        library.InForce("T1", new DateOnly(2026, 6, 30))!.Law!.Version.ShouldBe(1);
        library.InForce("T1", new DateOnly(2026, 7, 1))!.Law!.Version.ShouldBe(2);
    }

    [Fact]
    public void A_law_cannot_have_a_law() =>
        CharterLibrary.Empty.With([new("t.yaml", Sample.Good + "law: T1\n")]).Errors.Single().In(false).ShouldContain("cannot be a law");

    [Fact]
    public void The_hash_is_that_of_the_text_and_the_text_is_kept()
    {
        var version = Library(First).Find("T1", 1)!;
        version.Text.ShouldBe(Sample.Good);
        version.Charter.Hash.ShouldBe(Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Sample.Good))));
    }

    [Fact]
    public void Checking_an_edited_copy_of_a_shipped_charter_does_not_compare_it_with_the_shipped_text()
    {
        var shipped = CharterLibrary.Shipped.Find("S1", 1)!;
        CharterLibrary.Check(new SourceFile("S1.yaml", shipped.Text + "# mine\n")).ShouldBeEmpty();
    }

    private static SourceFile Law(int version, string from) => new($"l{version}.yaml", Sample.Good
        .Replace("charter: T1", "charter: L").Replace("version: 1", $"version: {version}").Replace("2026-01-01", from));

    private static CharterLibrary Library(params SourceFile[] files)
    {
        var reading = CharterLibrary.Empty.With(files);
        reading.Errors.ShouldBeEmpty();
        return reading.Library;
    }
}
