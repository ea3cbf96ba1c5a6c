using System.Collections.Immutable;

namespace Sanbao.Web.Features.Import.Jobs;

/// <summary>How far somebody is with a file that was sent through the page.</summary>
public enum ImportPhase
{
    /// <summary>It is gone through as an import would, and nothing is stored.</summary>
    Looking,
    /// <summary>Columns that an import needs are not found; the person says which they are.</summary>
    Columns,
    /// <summary>The preview is there.</summary>
    Ready,
    Running,
    Done,
    /// <summary>It cannot go on at all.</summary>
    Failed,
}

/// <summary>Lines of the file so far.</summary>
/// <param name="Undetermined">Units among the stored ones of which nobody can say whether they are covered.</param>
public sealed record ImportCounts(long Total, long Read, long Stored, long Known, long Refused, long Errors, int Milliseconds,
    long Undetermined = 0)
{
    public static readonly ImportCounts None = new(0, 0, 0, 0, 0, 0, 0);

    internal static ImportCounts Of(ImportResult r) => new(
        r.Total, r.Read, r.Stored, r.Known, r.Refused, r.ErrorCount, (int)r.Elapsed.TotalMilliseconds, r.Undetermined);

    public int Percent => Total == 0 ? 0 : (int)(Read * 100 / Total);
}

/// <summary>One of the first lines of a file, with what stands in it.</summary>
public sealed record TopLine(long Line, ImmutableArray<string> Texts);

/// <summary>A line as it would be stored: each field with its value.</summary>
public sealed record PreviewLine(long Line, ImmutableArray<PreviewValue> Values);

public sealed record PreviewValue(string Field, string Text);

/// <summary>A file that somebody sent, what is to become of it, and what became of it. It belongs to that account alone.</summary>
public sealed record HeldImport
{
    public required Guid Id { get; init; }
    public required Guid Owner { get; init; }
    public required string FileName { get; init; }
    public required long Size { get; init; }
    public required ImportKind Kind { get; init; }
    /// <summary>Name of a shipped mapping; null: the usual columns, or a mapping that was sent along.</summary>
    public string? Map { get; init; }
    /// <summary>The mapping that was sent along.</summary>
    public string? MapText { get; init; }
    /// <summary>Null: found out.</summary>
    public string? Encoding { get; init; }
    public ImmutableArray<string> Header { get; init; } = [];
    /// <summary>The line that names the columns, and the first lines of the file, among which the person may choose another.</summary>
    public long HeaderLine { get; init; }
    public ImmutableArray<TopLine> Top { get; init; } = [];
    /// <summary>What was done with the file that the person may not expect.</summary>
    public ImmutableArray<ToldTwice> Remarks { get; init; } = [];
    public string Format { get; init; } = "";
    /// <summary>Which column each field is read from, for the usual columns; a field that is not there is not read.</summary>
    public ImmutableDictionary<string, string> Columns { get; init; } = ImmutableDictionary<string, string>.Empty;
    public required ImportPhase Phase { get; init; }
    public ImportCounts Counts { get; init; } = ImportCounts.None;
    public ImmutableArray<PreviewLine> Shown { get; init; } = [];
    /// <summary>Why it failed.</summary>
    public ToldTwice? Why { get; init; }
    public required DateTimeOffset SentAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    public bool UsesOwnColumns => Map is null && MapText is null;

    public bool IsWork => Phase is ImportPhase.Looking or ImportPhase.Running;

    public string Path => $"/import/{Id}";
}

/// <summary>A sentence in both languages, because whoever reads it later may have switched.</summary>
public sealed record ToldTwice(string Zh, string En)
{
    internal static ToldTwice Of(Phrase phrase) => new(Words.Of(Language.Chinese).Say(phrase), Words.Of(Language.English).Say(phrase));

    internal static ToldTwice Of(Refusal refusal) => new(Words.Of(Language.Chinese).Say(refusal), Words.Of(Language.English).Say(refusal));

    internal string In(Words w) => w.Chinese ? Zh : En;
}

/// <summary>One error as it was noted while the file was gone through.</summary>
public sealed record ToldError(long Line, string Column, string Value, ToldTwice What);
