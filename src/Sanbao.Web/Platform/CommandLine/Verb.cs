using Sanbao.Data;

namespace Sanbao.Web.Platform.CommandLine;

/// <summary>
/// One thing the program can be asked to do. Its words are the texts <c>cli.NAME.about</c>, and for each option <c>cli.option.NAME</c>.
/// </summary>
/// <param name="Name">What is typed: <c>serve</c>, <c>charter check</c>.</param>
/// <param name="Operands">What follows, for the usage line; ends with <c>...</c> when any number may. Empty: nothing may follow.</param>
internal sealed record Verb(string Name, string Operands, Option[] Options, Func<Arguments, Task<int>> Run);

/// <summary>An option <c>--name VALUE</c>, or <c>--name</c> alone when <paramref name="Value"/> is null.</summary>
/// <param name="WhyNot">Why this value cannot be, wherever it came from; it is wrong usage.</param>
internal sealed record Option(string Name, string? Value, string? Environment = null, Func<string, Refusal?>? WhyNot = null)
{
    public static readonly Option Data = new("data", "DIR", "SANBAO__DATA");
    public static readonly Option Database = new("database", "DATABASE", "SANBAO__DATABASE", ServiceDatabase.WhyNot);
    public static readonly Option Urls = new("urls", "URL", "SANBAO__URLS", ListenAddress.WhyNot);
    public static readonly Option Proxy = new("proxy", "ADDRESS", "SANBAO__PROXY", ProxyAddress.WhyNot);
    public static readonly Option Demo = new("demo", null);
    public static readonly Option NoDemo = new("no-demo", null);
    public static readonly Option Charter = new("charter", "CODE");
}

/// <summary>What was typed after the verb.</summary>
internal sealed class Arguments(Dictionary<string, string> options, string[] operands, Words words)
{
    public IReadOnlyList<string> Operands => operands;

    public Words W => words;

    /// <summary>The option as typed, else from its environment variable, else null.</summary>
    public string? this[Option option] =>
        options.TryGetValue(option.Name, out var value) ? value
        : option.Environment is { } name && Environment.GetEnvironmentVariable(name) is { Length: > 0 } set ? set
        : null;

    public bool Has(Option option) => options.ContainsKey(option.Name);

    /// <summary>The folder that holds everything the product keeps; <c>data</c> in the current folder unless said otherwise.</summary>
    public string DataFolder => Path.GetFullPath(this[Option.Data] ?? "data");

    /// <summary>Where the company's records are.</summary>
    public ServiceDatabase Database() => ServiceDatabase.Of(DataFolder, this[Option.Database]);
}

/// <summary>The codes with which the program ends.</summary>
internal static class Exit
{
    public const int Success = 0;
    /// <summary>The work was refused or failed.</summary>
    public const int Failed = 1;
    public const int WrongUsage = 2;
}
