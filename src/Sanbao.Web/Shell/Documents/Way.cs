using System.Collections.Immutable;

namespace Sanbao.Web.Shell.Documents;

/// <summary>One station on the way of a document.</summary>
/// <param name="Name">Of the verb that reaches it; its word is <c>way.NAME</c>.</param>
/// <param name="At">When it was reached, of what is planned when it is to be; null also where no time is on record.</param>
public sealed record Station(string Name, bool Reached, DateTimeOffset? At);

/// <summary>The way from the beginning to the end, with what this document needs on it.</summary>
/// <param name="Next">The verb that leads on; null: it is at its end.</param>
/// <param name="Halted">Key of what stands beside the next station while the verb that leads on reaches none; null: nothing.</param>
public sealed record Way(ImmutableArray<Station> Stations, string? Next, string? Halted = null);
