using System.Collections.Immutable;
using Sanbao.Data.Journal;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Papers;
using Sanbao.Domain.Promises;

namespace Sanbao.Web.Shell.Documents;

/// <summary>One document of any kind as its page shows it, read at one instant for one actor.</summary>
public abstract record DocumentView
{
    public required Actor Actor { get; init; }
    public required DateTimeOffset Now { get; init; }
    /// <summary>The version that governs it.</summary>
    public required Charter Charter { get; init; }
    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<TimelineLine> Journal { get; init; }
    /// <summary>Everything this actor may do to it, in the order of the menu.</summary>
    public required IReadOnlyList<OfferedVerb> Verbs { get; init; }
    /// <summary>What it promises, by due, each with its reasoning; none where it runs no promise.</summary>
    public ImmutableArray<ExplainedDeadline> Deadlines { get; init; } = [];

    /// <summary>Its papers, the oldest first.</summary>
    public IReadOnlyList<Paper> Papers { get; init; } = [];

    /// <summary>Those that a reopening put behind, as they ended.</summary>
    public IReadOnlyList<DeadlineEntry> Behind { get; init; } = [];

    /// <summary>What its page tells of it beside what it tells of every kind; null: nothing, or the kind has a page of its own.</summary>
    public Type? Facts { get; init; }

    /// <summary>Where its page is: <c>/requests/FW-2026-000123</c>.</summary>
    public abstract string Path { get; }

    /// <summary>What the keys of its words begin with: <c>request</c>.</summary>
    public abstract string Texts { get; }

    public abstract Document Document { get; }

    /// <summary>Key of what a verb is called, in the state in which the document is.</summary>
    public virtual string WordOf(Verb verb) => verb.Text(Texts, "verb");

    /// <summary>The verbs that stand as buttons of their own.</summary>
    public abstract IReadOnlyList<string> Usual { get; }

    /// <summary>Where it stands on its way, and what comes next.</summary>
    public required Way Way { get; init; }

    /// <summary>Who has it; null: nobody.</summary>
    public virtual string? Assignee => null;

    /// <summary>Key of the words for a document without clocks.</summary>
    public virtual string WithoutClocks => "document.no-clocks";

    public OfferedVerb? Offered(string? name) => Verbs.FirstOrDefault(v => v.Name == name);
}

/// <summary>A document whose page needs nothing besides what every kind has.</summary>
internal sealed record ViewOf<TDoc>(TDoc Of, string At, string Kind) : DocumentView where TDoc : Document
{
    private const int Buttons = 4;

    public override string Path => At;

    public override string Texts => Kind;

    public override Document Document => Of;

    public override string? Assignee => Of.Headline.Assignee;

    public override IReadOnlyList<string> Usual => [.. Verbs.Where(v => v.Why is null).Take(Buttons).Select(v => v.Name)];
}
