using System.Text;
using Sanbao.Charters;

namespace Sanbao.Domain.Tests.Charters;

/// <summary>No text whatsoever makes the reader throw. Seeds are fixed, so a failure names the text that did.</summary>
public class AnyTextTests
{
    private static readonly string[] Crumbs =
    [
        "\n", "\n  ", "\n    - ", ": ", "- ", "[", "]", "{", "}", "&a ", "*a", "!x ", "\"", "'", "|", ">", "#", "%", "\t", "?", "---\n",
            "...\n", ",",
        "charter", "terms", "promises", "due", "for", "ends", "when", "12 months", "from", "delivered", "every", "99999999999999999999",
            "-1", "0",
        "2026-13-45", "~", "null", "true", "<<", "\u0000", "\ud800", "\ufeff", "三包", "😀", "every month by the 31st from", "08:30-",
            "24:00-24:00", "%YAML 9.9\n",
    ];

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Neither_crumbs_of_YAML(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 1500; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Crumbs[random.Next(Crumbs.Length)]));
            Read(text);
        }
    }

    [Theory, MemberData(nameof(ShippedChartersTests.Codes), MemberType = typeof(ShippedChartersTests))]
    public void Nor_a_shipped_charter_with_anything_cut_out_put_in_or_swapped(string code)
    {
        var text = CharterLibrary.Shipped.Versions.Single(v => v.Charter.Code == code).Text;
        var random = new Random(code.Length * 31 + code[^1]);
        for (var i = 0; i < 150; i++) Read(Spoil(text, random));
    }

    [Fact]
    public void Nor_very_deep_very_long_or_endlessly_repeated_text()
    {
        Read(new string('[', 100_000));
        Read(new string('{', 100_000));
        Read(string.Concat(Enumerable.Repeat("- ", 100_000)));
        Read(string.Concat(Enumerable.Repeat("? ", 100_000)));
        Read(string.Concat(Enumerable.Repeat("a: b\n", 50_000)));
        Read(new string('a', 250_000));
        Read("a: &x [b, b]\nc: &y [*x, *x, *x]\nd: [*y, *y, *y, *y]\n");
    }

    private static string Spoil(string text, Random random)
    {
        var spoilt = new StringBuilder(text);
        for (var n = random.Next(1, 5); n > 0; n--)
        {
            var at = random.Next(spoilt.Length);
            var length = Math.Min(random.Next(1, 30), spoilt.Length - at);
            if (random.Next(3) > 0) spoilt.Remove(at, length);
            if (random.Next(3) > 0) spoilt.Insert(at, Crumbs[random.Next(Crumbs.Length)]);
        }
        return spoilt.ToString();
    }

    private static void Read(string text)
    {
        try
        {
            foreach (var error in Sample.Errors(text))
            {
                error.In(chinese: true).ShouldNotBeEmpty();
                error.In(chinese: false).ShouldNotBeEmpty();
                error.Line.ShouldBeGreaterThan(0);
                error.Column.ShouldBeGreaterThan(0);
            }
        }
        catch (Exception e) when (e is not ShouldAssertException)
        {
            throw new InvalidOperationException($"This text made the reader throw:\n{text[..Math.Min(text.Length, 2000)]}", e);
        }
    }
}
