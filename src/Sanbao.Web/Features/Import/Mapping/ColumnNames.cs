namespace Sanbao.Web.Features.Import.Mapping;

/// <summary>Names of columns as they are compared: 客户 名称, ＊客户名称 and 客户名称： are one.</summary>
internal static class ColumnNames
{
    /// <summary>By so many names a person knows which file or table it is.</summary>
    private const int MostNamed = 30;

    public static string KeyOf(string name) => TextKey.Name(name).Trim('*', ':');

    public static string Some(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? $", … ({names.Count})" : "");
}
