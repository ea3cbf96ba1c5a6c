namespace Sanbao.Web.Shell.Components;

/// <summary>One line of <c>Bars</c>: its periods and the days marked on it.</summary>
public sealed record BarRow(string Label, string? Note, BarSpan[] Spans, BarMark[] Marks)
{
    public BarRow(string label, DateOnly from, DateOnly? to, Tone tone, string title, string? note = null, string? end = null)
        : this(label, note, [new(from, to, tone, title, end)], []) { }
}

/// <summary>Both days inclusive; without an end it runs to the edge. <paramref name="Title"/> is the tooltip and what a screen reader
/// says.</summary>
/// <param name="End">Written at its end, e.g. its last day.</param>
public sealed record BarSpan(DateOnly From, DateOnly? To, Tone Tone, string Title, string? End = null);

/// <param name="Name">Written beside it, or below where there is no room.</param>
public sealed record BarMark(DateOnly Day, string Title, string? Name = null);
