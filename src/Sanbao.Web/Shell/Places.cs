using Sanbao.Data;

namespace Sanbao.Web.Shell;

/// <summary>The pages of documents, as the features announced them.</summary>
internal sealed class Places(IEnumerable<DocumentPlace> announced)
{
    private readonly Dictionary<string, DocumentPlace> byKind = announced.ToDictionary(p => p.Kind);

    public string Of(HeadRow head) => Of(head.Kind, head.Number, head.Id);

    /// <summary>A kind without pages of its own leads to the search for its number.</summary>
    public string Of(string kind, string number, Guid id) =>
        byKind.TryGetValue(kind, out var place) ? place.Of(number, id) : $"/search?q={Uri.EscapeDataString(number)}";
}
