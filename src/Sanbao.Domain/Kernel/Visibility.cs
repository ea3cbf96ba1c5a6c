namespace Sanbao.Domain.Kernel;

/// <summary>
/// What an actor may see at all: the company's own people everything, a dealer's people what that dealer sold or serves, a customer's
/// people what is theirs. What is not visible is not found.
/// </summary>
public static class Visibility
{
    public static IQueryable<T> VisibleTo<T>(this IQueryable<T> documents, Actor actor) where T : class, IBelongs<T> =>
        actor.SeesCompany ? documents
        : actor.Dealer is { } dealer ? documents.Where(T.OfDealer(dealer))
        : actor.Customer is { } customer ? documents.Where(T.OfCustomer(customer))
        : documents.Where(_ => false);

    /// <summary>The same of a document that is loaded already, with what says whose it is.</summary>
    public static bool Sees(this Actor actor, IBelongs document) =>
        actor.SeesCompany
        || (actor.Dealer is { } dealer ? document.DealerId == dealer : actor.Customer is { } customer && document.CustomerId == customer);
}
