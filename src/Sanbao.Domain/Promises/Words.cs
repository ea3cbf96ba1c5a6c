using System.Globalization;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Promises;

/// <summary>The words for events and promises, boxed once: <c>event-kind.old-part-due</c>, <c>promise-code.monthly-call</c>.</summary>
internal static class Words
{
    private static readonly object[] Events = All<EventKind>("event-kind.");
    private static readonly object[] Promises = All<PromiseCode>("promise-code.");

    public static object Of(EventKind kind) => Events[(int)kind];

    public static object Of(PromiseCode code) => Promises[(int)code];

    private static object[] All<T>(string prefix) where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(name => (object)new Word(prefix + Kebab(name)))];

    private static string Kebab(string name) => string.Concat(name.Select((c, i) =>
        (i > 0 && char.IsUpper(c) ? "-" : "") + char.ToLower(c, CultureInfo.InvariantCulture)));
}
