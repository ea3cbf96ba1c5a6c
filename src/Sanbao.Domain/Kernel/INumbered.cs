namespace Sanbao.Domain.Kernel;

/// <summary>A document that gets a number of its form, without gaps within a year, when it is first saved (<see cref="DocumentNumber"/>).</summary>
public interface INumbered
{
    /// <summary>The form by which its kind is numbered, e.g. FW for service requests.</summary>
    string Form { get; }

    /// <summary>E.g. FW-2026-000123; empty until it is saved.</summary>
    string Number { get; }

    /// <summary>Stable count within its kind, the row id of the full-text index and the last key of every list.</summary>
    long Seq { get; }

    /// <summary>The store gives the next number of the form and year, and the next row id, in the transaction that saves the document.</summary>
    void TakeNumber(string number, long seq);
}

/// <summary>A document without a number of its own that is counted all the same, for the full-text index.</summary>
public interface ICounted
{
    /// <summary>Stable count within its kind; zero until it is saved.</summary>
    long Seq { get; }

    /// <summary>The store gives the next count in the transaction that saves the document.</summary>
    void TakeSeq(long seq);
}
