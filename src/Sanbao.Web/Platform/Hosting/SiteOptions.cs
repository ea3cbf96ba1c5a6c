using Sanbao.Web.Platform.CommandLine;

namespace Sanbao.Web.Platform.Hosting;

/// <summary>What the command line decided for this process.</summary>
internal sealed record SiteOptions
{
    /// <summary>Absolute. Everything the product keeps on disk lies below it.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Null: SQLite in the data folder. Else <c>postgres:CONNECTION</c>.</summary>
    public string? Database { get; init; }

    public string Urls { get; init; } = "http://localhost:5080";

    /// <summary>Proxies on other machines that are believed who asks and whether by https (<see cref="ProxyAddress"/>).</summary>
    public string? Proxies { get; init; }

    public DemoWish Demo { get; init; }

    /// <summary>The charter of a new company.</summary>
    public string Charter { get; init; } = "S1";
}

/// <summary>Whether a new folder becomes the demo company, whose password everybody knows.</summary>
internal enum DemoWish
{
    No,
    /// <summary>Nobody said: if only this machine can come in.</summary>
    OnThisMachine,
    /// <summary>Asked for by option: for other machines, too.</summary>
    Asked,
}
