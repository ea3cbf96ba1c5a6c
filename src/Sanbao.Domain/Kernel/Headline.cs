namespace Sanbao.Domain.Kernel;

/// <summary>What is said of a document where its kind does not matter: on the board of deadlines, in notices, to a search.</summary>
/// <param name="Number">What people call it by: its number, a serial, a code; empty: it has none.</param>
/// <param name="Title">What it is about, in one line; cut at <see cref="LongestTitle"/> characters.</param>
public sealed record Headline(string Number, string Title)
{
    public const int LongestTitle = 120;

    /// <summary>Name of its state, as its own enum has it; empty: it has none.</summary>
    public string Status { get; init; } = "";
    /// <summary>Name of how urgent it is, as its own enum has it; empty: it says nothing of that.</summary>
    public string Priority { get; init; } = "";
    /// <summary>Whom it concerns, by name; may be empty.</summary>
    public string Party { get; init; } = "";
    /// <summary>The thing it concerns: model and serial number; may be empty.</summary>
    public string Subject { get; init; } = "";
    /// <summary>Who has it to do; null: nobody.</summary>
    public Guid? AssigneeId { get; init; }
    public string? Assignee { get; init; }
    /// <summary>The nearest instant at which it owes something; <see cref="Instant.Never"/> when it owes nothing.</summary>
    public DateTimeOffset NextDue { get; init; } = Instant.Never;

    /// <summary>A longer text cut to a title, never within a character.</summary>
    public static string Cut(string text) =>
        text.Length <= LongestTitle ? text : text[..(char.IsHighSurrogate(text[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)];
}
