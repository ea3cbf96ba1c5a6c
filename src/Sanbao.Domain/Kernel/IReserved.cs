namespace Sanbao.Domain.Kernel;

/// <summary>Some of what a document says is for the company's own people alone: remarks, reasons, suppliers.</summary>
public interface IReserved
{
    /// <summary>Takes out what this actor, who is of the outside, is not shown.</summary>
    void KeepInside(Actor from);
}

public static class Reserve
{
    /// <summary>
    /// The document as the actor is shown it, on pages, in answers and in print. For what was read to be shown: with something taken out it
    /// can no longer be changed (<see cref="Document"/>).
    /// </summary>
    public static T For<T>(this T document, Actor actor) where T : class, IReserved
    {
        if (!actor.SeesCompany) document.KeepInside(actor);
        return document;
    }
}
