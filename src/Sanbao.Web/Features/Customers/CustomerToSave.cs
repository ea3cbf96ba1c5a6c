using Sanbao.Domain.Customers;

namespace Sanbao.Web.Features.Customers;

/// <summary>A customer as it is said by the one who saves it, through the page or the API.</summary>
internal sealed record CustomerToSave : CustomerDetails
{
    /// <summary>The version that was looked at; needed to change one.</summary>
    public long? Version { get; init; }
}

internal sealed record ContactToSave(string? Name, string? Phone, string? Email, string? Position, long? Version)
{
    public static ContactToSave Read(FormReader form) => new(
        form.NeededText("contactName", 100), form.Text("contactPhone", 50), form.Text("contactEmail"), form.Text("contactPosition", 100),
        form.Number("version"));
}

internal sealed record SiteToSave(string? Name, string? RegionCode, string? Address, long? Version)
{
    /// <summary>The region is the nearest of the three lists that was chosen.</summary>
    public static SiteToSave Read(FormReader form) => new(
        form.NeededText("siteName"), form.Text("regionCode", 6) ?? form.Text("city", 6)
            ?? form.Text("province", 6), form.Text("address", 400), form.Number("version"));
}
