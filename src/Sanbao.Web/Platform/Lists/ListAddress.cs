using QueryHelpers = Microsoft.AspNetCore.WebUtilities.QueryHelpers;

namespace Sanbao.Web.Platform.Lists;

/// <summary>What is asked of a list stands in its address, so that it can be kept, and sent to a colleague as a link.</summary>
public sealed class ListAddress(string path, IReadOnlyDictionary<string, string> asked)
{
    public const string View = "view", Sort = "sort", Columns = "columns", After = "after", Before = "before", Format = "format";

    /// <summary>Names of what chooses among ways to look; everything else narrows the list.</summary>
    private static readonly string[] Ways = [View, Sort, Columns, After, Before, Format];

    public string Path => path;

    /// <summary>Something besides view, order and columns narrows the list.</summary>
    public bool Narrowed => asked.Keys.Except(Ways).Any();

    public string? this[string name] => asked.GetValueOrDefault(name);

    /// <summary>The very page that is shown.</summary>
    public string Same => Of(path, asked);

    /// <summary>The same list with other values; null takes one out. A list that changes begins at its first page.</summary>
    public string With(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var values = FromTheBeginning();
        foreach (var (name, value) in changes) values[name] = value ?? "";
        return Of(path, values);
    }

    /// <summary>Null for null: there is no such page.</summary>
    public string? Behind(ListCursor? row) => row is null ? null : With((After, row.ToString()));

    public string? Ahead(ListCursor? row) => row is null ? null : With((Before, row.ToString()));

    /// <summary>The whole list as a file.</summary>
    internal string File(FileFormat format) => Of($"{path}/export", new Dictionary<string, string>(FromTheBeginning()) { [Format] = Kebab.Of(format) });

    private Dictionary<string, string> FromTheBeginning() => asked.Where(a => a.Key is not (After or Before or Format)).ToDictionary(a => a.Key, a => a.Value);

    private static string Of(string path, IEnumerable<KeyValuePair<string, string>> query) =>
        QueryHelpers.AddQueryString(path, query.Where(q => q.Value.Length > 0).Select(q => KeyValuePair.Create(q.Key, (string?)q.Value)));
}
