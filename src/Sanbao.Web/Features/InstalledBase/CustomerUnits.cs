using Sanbao.Data;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Features.Customers;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>The units on the page of their customer, each with what it is covered by today.</summary>
/// <param name="More">There are others behind these.</param>
public sealed record CustomerUnits(Guid Customer, IReadOnlyList<UnitRow> Units, bool More)
{
    private const int Most = 20;

    internal static readonly CustomerPart Part = new(typeof(CustomerUnitsCard), async (services, id, cancel) =>
    {
        var today = services.GetRequiredService<Words>().LocalDate(services.GetRequiredService<TimeProvider>().Now());
        var found = await UnitQueries.FindAsync(
            services.GetRequiredService<ServiceDb>(), services.GetRequiredService<GoverningCharters>(), new(null, id),
            new(null, Most, Counted: false), services.GetRequiredService<Actor>(), today, cancel);
        return new CustomerUnits(id, found.Items, found.Next is not null);
    });
}
