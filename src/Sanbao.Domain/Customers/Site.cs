using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Customers;

/// <summary>Where a customer's equipment stands.</summary>
public sealed class Site
{
    private Site() { }

    internal Site(Guid id, string name, string? regionCode, string? address)
    {
        Id = id;
        Take(name, regionCode, address);
    }

    public Guid Id { get; private set; }
    public Guid CustomerId { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>GB/T 2260, six digits; null: not known.</summary>
    public string? RegionCode { get; private set; }
    public string Address { get; private set; } = "";

    internal void PassTo(Customer customer) => CustomerId = customer.Id;

    internal void Take(string name, string? regionCode, string? address)
    {
        var errors = new FieldErrors();
        errors.Text(name, "siteName", 200, required: true);
        errors.Text(address, "address", 400);
        errors.When(!RegionCodes.IsWellFormed(regionCode), "regionCode", "region.malformed", regionCode ?? "");
        errors.Throw();
        Name = TextKey.Shown(name);
        RegionCode = string.IsNullOrWhiteSpace(regionCode) ? null : regionCode.Trim();
        Address = address?.Trim() ?? "";
    }
}

/// <summary>GB/T 2260 codes: six digits, province, prefecture, county.</summary>
public static class RegionCodes
{
    /// <summary>True for null, blank, or six digits.</summary>
    public static bool IsWellFormed(string? code) =>
        string.IsNullOrWhiteSpace(code) || (code.Trim().Length == 6 && code.Trim().All(char.IsAsciiDigit));
}
