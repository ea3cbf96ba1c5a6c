namespace Sanbao.Web.Features.Customers;

/// <summary>A card on the page of a customer by a feature that stands above.</summary>
/// <param name="Card">Its component; what is read is its parameter <c>Of</c>.</param>
/// <param name="Read">Reads what it shows of the customer.</param>
internal sealed record CustomerPart(Type Card, Func<IServiceProvider, Guid, CancellationToken, Task<object>> Read);
