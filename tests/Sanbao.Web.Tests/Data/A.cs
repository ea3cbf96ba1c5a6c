using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Tests.Data;

/// <summary>Things as they come up in Suzhou.</summary>
internal static class A
{
    public static readonly DateTimeOffset Now = new(2026, 5, 2, 23, 40, 0, TimeSpan.FromHours(8));
    public static readonly DateOnly Today = new(2026, 5, 2);

    public static Actor Clerk { get; } =
        new(Guid.Parse("00000000-0000-7000-8000-000000000001"), "王芳", ["liaison"], Roles.PermissionsOf(["liaison"]));

    public static Customer Customer(string name = "苏州轨道交通", string? phone = "0512-6788 1234") =>
        Domain.Customers.Customer.Create(new() { Name = name, Phone = phone }, Clerk, Now);

    public static Product Product(string model = "YE3-160M") =>
        Domain.InstalledBase.Product.Create(new() { Line = "motor", Model = model }, Clerk, Now);

    public static Equipment Unit(Product product, Customer? customer = null, string serial = "YE3-2024-000123") => Equipment.Create(
        new()
        {
            Serial = serial, ProductId = product.Id, CustomerId = customer?.Id,
            Dates = new() { ExFactory = new(2025, 3, 1), Delivered = new(2025, 3, 10) }, Evidence = ["delivery"],
        },
        Today, Clerk, Now);

    /// <summary>A request as another system knew it: no clocks, so that the store is tested alone.</summary>
    public static ServiceRequest Request(
        string description =
            "轴承异响，停机", string? reference = null, Equipment? unit = null, Customer? customer = null, DateTimeOffset? reportedAt = null) =>
        ServiceRequest.Import(
            new()
            {
                Channel = Channel.Phone, Category =
                    RequestCategory.Fault, Description = description, Unit = unit, CustomerId = customer?.Id,
                CustomerName = customer?.Name, CustomerPhone = customer?.Phone, ReportedAt = reportedAt ?? Now.AddMinutes(-10),
            },
            reference ?? Guid.NewGuid().ToString(), end: null, Sanbao.Charters.CharterLibrary.Shipped.InForce("S1", Today)!, Clerk, Now);
}
