namespace Sanbao.Web.Tests.Reliability;

/// <summary>What nobody in his right mind sends, and somebody does.</summary>
internal static class Hostile
{
    /// <summary>As text: in addresses and in fields of forms.</summary>
    public static readonly string[] Texts =
    [
        "\0", "a\0b\u0007", "\uFFFF", "三包<script>'\"\\", "0001-01-01", "0001-01-01T00:00", "9999-12-31", "9999-12-31T23:59",
        "-2147483648", "9223372036854775808", "1e400", "../../etc/passwd", "00000000-0000-0000-0000-000000000000", "/设备?名=三包",
        new('长', 5000),
    ];

    public static string InTurn(int turn) => Texts[turn % Texts.Length];

    /// <summary>The server itself refuses it in a path.</summary>
    public static bool IsNoPath(string text) => text.Contains('\0', StringComparison.Ordinal);

    /// <summary>As it stands in JSON.</summary>
    public static readonly string[] Json =
    [
        "\"\\u0000\"", "\"\\ud800\"", "\"\\uffff\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"0001-01-01T00:00:00+14:00\"",
        "\"9999-12-31T23:59:59-14:00\"",
        "-2147483648", "9223372036854775808", "1e308", "null", "true", "[]", "[null]", "{}", "\"\"", $"\"{new string('长', 5000)}\"",
    ];
}
