using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Customers;

public sealed partial class Customer
{
    /// <summary>What the company thinks of a customer, and who sells to it.</summary>
    public void KeepInside(Actor from)
    {
        ShowInPart();
        (Remark, Vip, SalespersonId) = ("", null, null);
    }
}
