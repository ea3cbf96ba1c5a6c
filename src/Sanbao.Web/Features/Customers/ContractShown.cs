using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Journal;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Papers;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Customers;

/// <summary>A unit that was sold under a contract.</summary>
public sealed record ContractUnit(Guid Id, string Serial, string Model, DateOnly? Commissioned);

/// <summary>A contract as it is shown.</summary>
internal sealed class ContractShown(ServiceDb db, Actor actor)
{
    /// <summary>With its customer; not found when there is none or the actor may not see it.</summary>
    public async Task<Contract> FindAsync(Guid id, CancellationToken cancel) =>
        await db.Contracts.AsNoTracking().VisibleTo(actor).Include(c => c.Customer).SingleOrDefaultAsync(c => c.Id == id, cancel)
            ?? throw new NotFoundException();

    public Task<List<Paper>> PapersAsync(Guid id, CancellationToken cancel) => db.PapersOf(id).AsNoTracking().ToListAsync(cancel);

    public async Task<IResult> PageAsync(Guid id, CancellationToken cancel)
    {
        var contract = await FindAsync(id, cancel);
        var units = await db.Equipment.AsNoTracking().VisibleTo(actor).Where(u => u.ContractId == id).OrderBy(u => u.SerialKey)
            .Take(CustomerView.Most + 1)
            .Select(u => new ContractUnit(u.Id, u.Serial, u.Product!.Model, u.Dates.Commissioned)).ToListAsync(cancel);
        var (papers, journal) = (await PapersAsync(id, cancel), await db.TimelineAsync(id, actor, cancel));
        return View.Of<ContractPage>(new { Of = contract, Units = units, Papers = papers, Journal = journal });
    }
}
