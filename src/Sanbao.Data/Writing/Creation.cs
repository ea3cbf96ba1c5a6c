using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;

namespace Sanbao.Data.Writing;

/// <summary>What one unit of creating writes: all of it or nothing.</summary>
public sealed class Creation
{
    private readonly ServiceDb db;

    internal Creation(ServiceDb db) => this.db = db;

    /// <summary>Numbers the request within its form and year, and takes it into the save.</summary>
    public void Add(ServiceRequest request, string form, int year)
    {
        request.TakeNumber(DocumentNumber.Of(form, year, Next(Counter.OfNumber(form, year))), Next(Counter.RequestSeq));
        db.Add(request);
    }

    public void Add(Customer customer)
    {
        customer.TakeSeq(Next(Counter.CustomerSeq));
        db.Add(customer);
    }

    public void Add(Equipment unit) => db.Add(unit);
    public void Add(Product product) => db.Add(product);
    public void Add(Contract contract) => db.Add(contract);
    public void Add(IdempotencyKey key) => db.Add(key);

    private long Next(string counter) => db.Database.SqlQuery<long>(
        $"INSERT INTO com_counters(name, value) VALUES ({counter}, 1) ON CONFLICT (name) DO UPDATE SET value = com_counters.value + 1 RETURNING value AS \"Value\"")
        .AsEnumerable().Single();
}
