using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;

namespace Sanbao.Domain.InstalledBase;

/// <summary>Names a case as the choice of its charter looks at it (A4): keys are ids, names of lines and models, and the customer's
/// class.</summary>
public static class CharterSubjects
{
    /// <param name="unit">With product, customer and contract.</param>
    public static CharterSubject Of(Equipment unit) => Of(null, unit, unit.Product, unit.Customer, unit.Contract, null);

    /// <param name="asked">Code of a charter asked for by name; null or blank: none.</param>
    /// <param name="dealer">Who brought the case; null: the customer's dealer, else the one on the unit's record.</param>
    public static CharterSubject Of(string? asked, Equipment? unit, Product? product, Customer? customer, Contract? contract,
        Guid? dealer) => new()
    {
        Asked = string.IsNullOrWhiteSpace(asked) ? null : asked.Trim(),
        Customer = (customer?.Id ?? unit?.CustomerId)?.ToString(),
        Contract = (contract?.Id ?? unit?.ContractId)?.ToString(),
        Dealer = (dealer ?? customer?.DealerId ?? unit?.DealerId)?.ToString(),
        Model = product?.Model,
        Line = product?.Line,
        CustomerClass = ClassOf(customer),
    };

    /// <summary>A or B for very important customers, else member; null: of no class.</summary>
    private static string? ClassOf(Customer? customer) =>
        customer switch { { Vip: { } vip } => vip.ToString(), { Member: true } => "member", _ => null };
}
