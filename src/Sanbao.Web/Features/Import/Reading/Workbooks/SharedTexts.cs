namespace Sanbao.Web.Features.Import.Reading.Workbooks;

/// <summary>The texts that cells share: kept whole in memory, because cells name them by their number; so there are bounds.</summary>
internal static class SharedTexts
{
    public const int Most = 1_500_000;

    /// <summary>In characters, over all texts.</summary>
    public const long MostLetters = 40_000_000;

    /// <param name="part">Null: no cell shares any.</param>
    public static IReadOnlyList<string> Read(Package package, string? part, CancellationToken cancel)
    {
        var texts = new List<string>();
        if (part is null) return texts;
        using var reader = package.Open(part);
        for (var letters = 0L; reader.Read();)
        {
            if (!reader.Begins("si")) continue;
            cancel.ThrowIfCancellationRequested();
            texts.Add(reader.RichText());
            letters += texts[^1].Length;
            if (texts.Count > Most || letters > MostLetters) throw FileEncoding.Refused("import.workbook-many-texts", Most, MostLetters);
        }
        return texts;
    }
}
