using QueryHelpers = Microsoft.AspNetCore.WebUtilities.QueryHelpers;

namespace Sanbao.Web.Platform.Lists;

/// <summary>What is asked of a list stands in its address, so that it can be kept, and sent to a colleague as a link.</summary>
public sealed class ListAddress(string path, IReadOnlyDictionary<string, string> asked)
{
    public const string View = "view", Sort = "sort", Columns = "columns", After = "after", Before = "before", Format = "format";

    /// <summary>The form to which the rows belong that were chosen, and the field that names them.</summary>
    public const string Deeds = "deeds", Chosen = "chosen";

    /// <summary>Names of what chooses among ways to look; everything else narrows the list.</summary>
    private static readonly string[] Ways = [View, Sort, Columns, After, Before, Format];

    public string Path => path;

    /// <summary>Something besides view, order and columns narrows the list.</summary>
    public bool Narrowed => asked.Keys.Except(Ways).Any();

    public string? this[string name] => asked.GetValueOrDefault(name);

    /// <summary>The very page that is shown.</summary>
    public string Same => Of(path, asked);

    /// <summary>What is asked, without the page: the whole of a view that is kept.</summary>
    public string Query => Of("", Without());

    /// <summary>The same list with other values; null takes one out. A list that changes begins at its first page.</summary>
    public string With(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var values = Without();
        foreach (var (name, value) in changes) values[name] = value ?? "";
        return Of(path, values);
    }

    /// <summary>What is asked but for these, and for the page: the hidden fields of a form that asks for them anew.</summary>
    public Dictionary<string, string> Without(params ReadOnlySpan<string> names)
    {
        var values = asked.Where(a => a.Key is not (After or Before or Format)).ToDictionary(a => a.Key, a => a.Value);
        foreach (var name in names) values.Remove(name);
        return values;
    }

    /// <summary>Null for null: there is no such page.</summary>
    public string? Behind(ListCursor? row) => row is null ? null : With((After, row.ToString()));

    public string? Ahead(ListCursor? row) => row is null ? null : With((Before, row.ToString()));

    /// <summary>Where something is done with rows of the very page that is shown.</summary>
    public string Deed(string name) => Of($"{path}/chosen/{name}", asked);

    /// <summary>The whole list as a file.</summary>
    internal string File(FileFormat format) =>
        Of($"{path}/export", new Dictionary<string, string>(Without()) { [Format] = Kebab.Of(format) });

    private static string Of(string path, IEnumerable<KeyValuePair<string, string>> query) =>
        QueryHelpers.AddQueryString(path, query.Where(q => q.Value.Length > 0).Select(q => KeyValuePair.Create(q.Key, (string?)q.Value)));
}
