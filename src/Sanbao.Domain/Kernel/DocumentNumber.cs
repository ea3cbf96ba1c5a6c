using System.Globalization;

namespace Sanbao.Domain.Kernel;

/// <summary>Numbers run per form and year without gaps, e.g. <c>FW-2026-000123</c>.</summary>
public static class DocumentNumber
{
    public static string Of(string form, int year, long count) =>
        string.Create(CultureInfo.InvariantCulture, $"{form}-{year:0000}-{count:000000}");
}
