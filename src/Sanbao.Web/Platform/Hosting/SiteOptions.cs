namespace Sanbao.Web.Platform.Hosting;

/// <summary>What the command line decided for this process.</summary>
internal sealed record SiteOptions
{
    /// <summary>Absolute. Everything the product keeps on disk lies below it.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Null: SQLite in the data folder. Else <c>postgres:CONNECTION</c>.</summary>
    public string? Database { get; init; }

    public string Urls { get; init; } = "http://localhost:5080";

    /// <summary>Load the demo company into an empty database.</summary>
    public bool Demo { get; init; }

    /// <summary>The charter of a new company.</summary>
    public string Charter { get; init; } = "S1";
}
