using Sanbao.Domain.Customers;

namespace Sanbao.Domain.InstalledBase;

/// <summary>From when on a unit belonged to whom and stood where; the latest one holds.</summary>
public sealed class EquipmentMove
{
    private EquipmentMove() { }

    internal EquipmentMove(Guid id, DateTimeOffset at, Guid? customerId, Guid? siteId) =>
        (Id, At, CustomerId, SiteId) = (id, at, customerId, siteId);

    public Guid Id { get; private set; }
    public Guid EquipmentId { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid? CustomerId { get; private set; }
    public Guid? SiteId { get; private set; }

    internal void PassTo(Customer customer) => CustomerId = customer.Id;
}
