namespace Sanbao.Web.Features.Import.Mapping;

/// <summary>Names of columns as they are compared: 客户 名称, ＊客户名称 and 客户名称： are one.</summary>
internal static class ColumnNames
{
    public static string KeyOf(string name) => TextKey.Name(name).Trim('*', ':');
}
