using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Sanbao.Charters;
using Sanbao.Domain.Charters;

namespace Sanbao.Web.Features.Charters.Changes;

/// <summary>Texts of charters as people hand them in.</summary>
internal static partial class CharterTexts
{
    /// <summary>UTF-16 units; the reader itself takes up to 256 KB.</summary>
    public const int Longest = 200_000;

    public const string Field = "text", FileField = "file";

    /// <summary>The text of the chosen file, where one was chosen, else what stands in the box. A file that is no UTF-8 is an error of the
    /// file's field.</summary>
    public static string Read(HttpContext http, FormReader form, FormState state)
    {
        if (http.Request.Form.Files.GetFile(FileField) is { Length: > 0 } file)
        {
            if (file.Length > Longest * 3L) form.Wrong(FileField, "field.too-long", Longest);
            else if (FromFile(file) is { } text) state.Put(Field, text);
            else form.Wrong(FileField, "charter-change.not-utf8");
        }
        var typed = (state.Typed(Field) ?? "").ReplaceLineEndings("\n");
        if (typed.Length > Longest) form.Wrong(Field, "field.too-long", Longest);
        else if (string.IsNullOrWhiteSpace(typed)) form.Wrong(Field, "field.required");
        return typed;
    }

    /// <summary>The text of a version with the next number and a first day to be filled in: the start of a change.</summary>
    public static string Next(CharterVersion of, DateOnly inForce)
    {
        var text = VersionLine().Replace(of.Text, $"version: {(of.Charter.Version + 1).ToString(CultureInfo.InvariantCulture)}", 1);
        return InForceLine().Replace(text, $"in-force: {inForce.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", 1);
    }

    /// <summary>Reads the text as the next version of its charter; a field error when it cannot be one.</summary>
    public static Charter Compile(CharterLibrary library, string text)
    {
        var proposal = library.Propose(new SourceFile("charter.yaml", text));
        return proposal.Charter ?? throw new FieldErrorsException([new(Field, "charter-change.text-wrong", proposal.Errors.Length)]);
    }

    private static string? FromFile(IFormFile file)
    {
        try
        {
            using var reader = new StreamReader(file.OpenReadStream(), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return reader.ReadToEnd().Replace("\0", "", StringComparison.Ordinal);
        }
        catch (DecoderFallbackException) { return null; }
    }

    [GeneratedRegex("^version:[^\n]*", RegexOptions.Multiline)]
    private static partial Regex VersionLine();

    [GeneratedRegex("^in-force:[^\n]*", RegexOptions.Multiline)]
    private static partial Regex InForceLine();
}
