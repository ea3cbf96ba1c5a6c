using Sanbao.Domain.Kernel;

namespace Sanbao.Data;

/// <summary>A list as somebody keeps it under a name: what it is narrowed to, its order and its columns, as they stand in its
/// address.</summary>
public sealed class SavedView
{
    public const int LongestName = 40, LongestQuery = 2000;

    private SavedView() { }

    public SavedView(Guid id, Actor owner, string list, string name) =>
        (Id, OwnerId, Owner, List, Name) = (id, owner.Id, owner.Name, list, name);

    public Guid Id { get; private set; }
    public Guid OwnerId { get; private set; }
    public string Owner { get; private set; } = "";
    /// <summary>The path of the list: <c>/requests</c>.</summary>
    public string List { get; private set; } = "";
    /// <summary>One of the owner's for this list.</summary>
    public string Name { get; private set; } = "";
    /// <summary>From the question mark on; empty: the list as it is.</summary>
    public string Query { get; private set; } = "";
    /// <summary>All of the company's people see it.</summary>
    public bool Shared { get; private set; }

    public void Keep(string query, bool shared) => (Query, Shared) = (query, shared);
}
