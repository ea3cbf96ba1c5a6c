using System.Globalization;
using Sanbao.Domain.Kernel;

namespace Sanbao.Charters.Errors;

/// <summary>One thing that is wrong in a charter file, at its place; line and column count from 1.</summary>
/// <param name="Hint">What stands there if it is written as it is meant; null: nobody can tell.</param>
public sealed record CharterError(string File, int Line, int Column, Phrase Says, string? Hint = null)
{
    /// <summary>The sentence, and what is meant.</summary>
    public string In(bool chinese) => ErrorTexts.Of(Says, chinese) + (Hint is null ? "" : ErrorTexts.DidYouMean(Hint, chinese));

    /// <summary>As editors and terminals expect it: <c>FILE:LINE:COLUMN: message</c>.</summary>
    public string ToString(bool chinese) =>
        string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {In(chinese)}");

    public override string ToString() => ToString(chinese: false);
}
