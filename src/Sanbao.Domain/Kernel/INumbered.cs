namespace Sanbao.Domain.Kernel;

/// <summary>A document that the store counts within its kind when it is first saved.</summary>
public interface ICounted
{
    /// <summary>Stable count within its kind, the row id of the full-text index and the last key of every list; zero until it is
    /// saved.</summary>
    long Seq { get; }

    /// <summary>The store gives the next count in the transaction that saves the document.</summary>
    void TakeSeq(long seq);
}

/// <summary>A document that gets a number of its form, without gaps within a year, when it is first saved (<see
/// cref="DocumentNumber"/>).</summary>
public interface INumbered : ICounted
{
    /// <summary>The form by which its kind is numbered, e.g. FW for service requests.</summary>
    string Form { get; }

    /// <summary>E.g. FW-2026-000123; empty until it is saved.</summary>
    string Number { get; }

    /// <summary>The store gives the next number of the form and year in the transaction that saves the document.</summary>
    void TakeNumber(string number);
}
