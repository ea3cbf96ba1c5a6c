using Sanbao.Data.Journal;
using Sanbao.Data.Writing;

namespace Sanbao.Data.State;

/// <summary>One stored row and the document whose journal proves it.</summary>
internal readonly record struct Held(RowPlan Plan, object?[] Values, Guid Owner)
{
    // By which people know what has no document of its own.
    private static readonly string[] Names = ["user_name", "name"];

    /// <summary>A document's own row, not one of its parts.</summary>
    public bool IsDocument => Plan.Sealed.IsDocument;

    /// <summary>What a line calls the row.</summary>
    public string Name => Plan.Sealed.NameOf(Values);

    /// <summary>Which row of its table it is, for people; empty for a document's own.</summary>
    public string Label
    {
        get
        {
            if (Plan.Sealed.Owner is null)
                foreach (var name in Names)
                    if (Plan.PlaceOf(name) is var place and >= 0) return (string)Values[place]!;
            return Name.Split('/', 2) is [_, var key] ? key : "";
        }
    }

    /// <summary>Where a document's own row says that its journal ends.</summary>
    public JournalEnd EndOf() => 
        new(Values[Plan.PlaceOf("journal_length")] as int? ?? -1, Values[Plan.PlaceOf("journal_head")] as string ?? "");
}
