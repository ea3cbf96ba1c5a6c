using System.Linq.Expressions;

namespace Sanbao.Domain.Kernel;

/// <summary>Whose a document is; decides who of the outside may see it (<see cref="Visibility"/>).</summary>
public interface IBelongs
{
    /// <summary>The dealer who brought it in, sold or serves it; null: none.</summary>
    Guid? DealerId { get; }

    /// <summary>Null: nobody's in particular.</summary>
    Guid? CustomerId { get; }
}

/// <summary>The same as a question to the store. A noun that keeps one of the two elsewhere than in a column of that name says
/// where.</summary>
public interface IBelongs<T> : IBelongs where T : class, IBelongs<T>
{
    /// <summary>Those of one dealer.</summary>
    static virtual Expression<Func<T, bool>> OfDealer(Guid dealer) => document => document.DealerId == dealer;

    /// <summary>Those of one customer.</summary>
    static virtual Expression<Func<T, bool>> OfCustomer(Guid customer) => document => document.CustomerId == customer;
}
