using Sanbao.Charters;
using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Tests.Promises;

/// <summary>The charters that ship with the product, as in force in the year of the acceptance tables.</summary>
internal static class Systems
{
    public static Charter Of(string code) => CharterLibrary.Shipped.InForce(code, new(2026, 1, 1))!;
}
