namespace Sanbao.Web.Shell.Documents;

/// <summary>
/// How one code of the journal is told: its words are <c>journal.CODE</c>, its facts <c>journal.NAME</c>. Arguments stand in title and
/// facts as <c>name</c> where the text stands as it is, <c>name:list</c> for values of a closed list, <c>name@</c> for an instant,
/// <c>name#</c>
/// for a day, <c>from~until</c> for a span of days, <c>name?yes/no</c> for one of two words, <c>name!</c> for a fact that is told only
/// where it is so.
/// </summary>
/// <param name="Body">The argument that is a text of its own.</param>
internal sealed record Telling(string Icon, Tone Tone = Tone.Calm, string? Body = null, string[]? Title = null, string[]? Facts = null);

/// <summary>A journal line in words.</summary>
internal sealed record Told(string Icon, Tone Tone, string Title, IReadOnlyList<string> Facts, string? Body);

internal static class TellingsOfFeatures
{
    /// <summary>Says how the journal lines of a feature are told, by their code.</summary>
    public static void AddTellings(this IServiceCollection services, IReadOnlyDictionary<string, Telling> tellings) =>
        services.AddSingleton(tellings);
}
