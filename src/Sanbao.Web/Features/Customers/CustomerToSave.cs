using Sanbao.Domain.Customers;

namespace Sanbao.Web.Features.Customers;

/// <summary>A customer as it is said by the one who saves it, through the page or the API.</summary>
internal sealed record CustomerToSave
{
    public string? Name { get; init; }
    public string? Phone { get; init; }
    public VipClass? Vip { get; init; }
    public bool? Member { get; init; }
    public string? Sector { get; init; }
    public string? Remark { get; init; }
    public Guid? SalespersonId { get; init; }
    public Guid? DedicatedEngineerId { get; init; }
    public Guid? DealerId { get; init; }
    /// <summary>The version that was looked at; needed to change one.</summary>
    public long? Version { get; init; }

    public static CustomerToSave Read(FormReader form) => new()
    {
        Name = form.NeededText("name"), Phone = form.Text("phone", 50), Vip = form.Choice<VipClass>("vip"), Member = form.Flag("member"),
        Sector = form.Text("sector", 50), Remark = form.Text("remark", 4000), SalespersonId = form.Id("salespersonId"),
        DedicatedEngineerId = form.Id("dedicatedEngineerId"), DealerId = form.Id("dealerId"), Version = form.Number("version"),
    };

    /// <param name="engineer">Name of the dedicated engineer.</param>
    public CustomerDetails ToDetails(string? engineer) => new()
    {
        Name = Name ?? "", Phone = Phone, Vip = Vip, Member = Member ?? false, Sector = Blank(Sector), Remark = Remark,
        SalespersonId = SalespersonId, DedicatedEngineerId = DedicatedEngineerId, DedicatedEngineer = engineer, DealerId = DealerId,
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

internal sealed record ContactToSave(string? Name, string? Phone, string? Email, string? Position, long? Version)
{
    public static ContactToSave Read(FormReader form) => new(
        form.NeededText("contactName", 100), form.Text("contactPhone", 50), form.Text("contactEmail"), form.Text("contactPosition", 100), form.Number("version"));
}

internal sealed record SiteToSave(string? Name, string? RegionCode, string? Address, long? Version)
{
    /// <summary>The region is the nearest of the three lists that was chosen.</summary>
    public static SiteToSave Read(FormReader form) => new(
        form.NeededText("siteName"), form.Text("regionCode", 6) ?? form.Text("city", 6) ?? form.Text("province", 6), form.Text("address", 400), form.Number("version"));
}
