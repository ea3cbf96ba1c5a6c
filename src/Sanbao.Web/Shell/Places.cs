using Sanbao.Data;
using Sanbao.Web.Features;

namespace Sanbao.Web.Shell;

/// <summary>The pages of documents, as the features announced them.</summary>
internal static class Places
{
    private static readonly Dictionary<string, DocumentPlace> ByKind = AllFeatures.List.SelectMany(f => f.Places).ToDictionary(p => p.Kind);

    public static string Of(HeadRow head) => Of(head.Kind, head.Number, head.Id);

    /// <summary>A kind without pages of its own leads to the search for its number.</summary>
    public static string Of(string kind, string number, Guid id) =>
        ByKind.TryGetValue(kind, out var place) ? place.Of(number, id) : $"/search?q={Uri.EscapeDataString(number)}";
}
