using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Papers;

/// <summary>
/// A document to which files can be added. The store keeps its papers as rows of their own, in the save of the document, and loads them
/// only for work on papers.
/// </summary>
public abstract class FiledDocument : Document
{
    /// <summary>Papers that one document can have; UTF-16 units of the reason for which one is taken off.</summary>
    public const int MostPapers = 100, LongestReason = 400;

    private readonly List<Paper> papers = [], removed = [];

    /// <summary>Those that are loaded and those that were added since, in the order in which they came.</summary>
    public IReadOnlyList<Paper> Papers => papers;

    /// <summary>Those that were taken off since it was loaded.</summary>
    public IReadOnlyList<Paper> RemovedPapers => removed;

    /// <summary>Called by the store.</summary>
    public void LoadPapers(IEnumerable<Paper> stored)
    {
        papers.Clear();
        papers.AddRange(stored);
    }

    /// <summary>
    /// Adds a file, with the papers loaded. The very same one is kept once: null, it is there already. Refused when there are
    /// <see cref="MostPapers"/>.
    /// </summary>
    public Paper? Attach(string name, string mediaType, long size, string hash, Actor by, DateTimeOffset now)
    {
        if (papers.Exists(p => p.Hash == hash && p.Name == name)) return null;
        Refusal.Throw(papers.Count >= MostPapers ? new("document.papers-full", MostPapers) : null);
        // Keys order the list: those added at one instant stay in their order.
        var paper = new Paper(Guid.CreateVersion7(now.AddMilliseconds(papers.Count)), Id, name, mediaType, size, hash, by.Name, now);
        papers.Add(paper);
        Record($"{Kind}.attached", by, now, ("name", name), ("size", size), ("hash", hash));
        Filed(now);
        return paper;
    }

    /// <summary>
    /// Takes a paper off, with the papers loaded; the journal keeps its name, its hash and the reason. False: there is no such paper.
    /// </summary>
    public bool RemovePaper(Guid id, string? reason, Actor by, DateTimeOffset now)
    {
        if (papers.Find(p => p.Id == id) is not { } paper) return false;
        var errors = new FieldErrors();
        errors.Text(reason, "reason", LongestReason, required: true);
        errors.Throw();
        papers.Remove(paper);
        removed.Add(paper);
        Record($"{Kind}.paper-removed", by, now, ("name", paper.Name), ("hash", paper.Hash), ("reason", reason!.Trim()));
        Filed(now);
        return true;
    }

    /// <summary>What else changes with its papers.</summary>
    protected virtual void Filed(DateTimeOffset now) { }
}
