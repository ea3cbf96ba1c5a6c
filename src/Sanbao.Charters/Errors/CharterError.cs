using System.Globalization;
using Sanbao.Domain.Kernel;

namespace Sanbao.Charters.Errors;

/// <summary>One thing that is wrong in a charter file, at its place; line and column count from 1.</summary>
public sealed record CharterError(string File, int Line, int Column, Phrase Says, string? Nearest = null)
{
    /// <summary>The sentence, with the nearest known word where one was meant.</summary>
    public string In(bool chinese) => ErrorTexts.Of(Says, chinese) + (Nearest is null ? "" : ErrorTexts.DidYouMean(Nearest, chinese));

    /// <summary>As editors and terminals expect it: <c>FILE:LINE:COLUMN: message</c>.</summary>
    public string ToString(bool chinese) =>
        string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {In(chinese)}");

    public override string ToString() => ToString(chinese: false);
}
