using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Requests;

/// <summary>
/// What an actor may see at all: the company's own people everything, a dealer's people what that dealer sold or serves, a customer's
/// people what is theirs. What is not visible is not found.
/// </summary>
public static class RequestVisibility
{
    public static IQueryable<ServiceRequest> VisibleTo(this IQueryable<ServiceRequest> requests, Actor actor) =>
        actor.SeesCompany ? requests
        : actor.Dealer is { } dealer ? requests.Where(r => r.DealerId == dealer)
        : actor.Customer is { } customer ? requests.Where(r => r.CustomerId == customer)
        : requests.Where(r => false);

    public static IQueryable<Equipment> VisibleTo(this IQueryable<Equipment> units, Actor actor) =>
        actor.SeesCompany ? units
        : actor.Dealer is { } dealer ? units.Where(u => u.DealerId == dealer)
        : actor.Customer is { } customer ? units.Where(u => u.CustomerId == customer)
        : units.Where(u => false);

    /// <summary>The same of a unit that is loaded already.</summary>
    public static bool Sees(this Actor actor, Equipment unit) =>
        actor.SeesCompany || (actor.Dealer is { } dealer ? unit.DealerId == dealer : actor.Customer is { } customer && unit.CustomerId == customer);

    public static IQueryable<Customer> VisibleTo(this IQueryable<Customer> customers, Actor actor) =>
        actor.SeesCompany ? customers
        : actor.Dealer is { } dealer ? customers.Where(c => c.DealerId == dealer)
        : actor.Customer is { } own ? customers.Where(c => c.Id == own)
        : customers.Where(c => false);

    public static IQueryable<Contract> VisibleTo(this IQueryable<Contract> contracts, Actor actor) =>
        actor.SeesCompany ? contracts
        : actor.Dealer is { } dealer ? contracts.Where(c => c.Customer!.DealerId == dealer)
        : actor.Customer is { } own ? contracts.Where(c => c.CustomerId == own)
        : contracts.Where(c => false);
}
