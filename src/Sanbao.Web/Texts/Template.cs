using System.Globalization;

namespace Sanbao.Web.Texts;

/// <summary>One text in one language, taken apart once: what stands between its placeholders, and which argument goes in each in which
/// form.</summary>
internal sealed class Template
{
    private readonly string text, tail;
    private readonly List<(string Before, int Argument, string Form)> places = [];

    public Template(string text)
    {
        this.text = text;
        var from = 0;
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', from))
        {
            var close = text.IndexOf('}', open);
            var parts = text[(open + 1)..close].Split(':', 2);
            places.Add((text[from..open], int.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? parts[1] : ""));
            from = close + 1;
        }
        tail = text[from..];
    }

    /// <summary>A placeholder whose argument is missing stays empty.</summary>
    /// <param name="render">An argument in its form.</param>
    public string Fill(ReadOnlySpan<object?> arguments, Func<object?, string, string> render)
    {
        if (places.Count == 0) return text;
        var filled = new System.Text.StringBuilder(text.Length + 32);
        foreach (var (before, argument, form) in places)
            filled.Append(before).Append(argument < arguments.Length ? render(arguments[argument], form) : "");
        return filled.Append(tail).ToString();
    }
}
