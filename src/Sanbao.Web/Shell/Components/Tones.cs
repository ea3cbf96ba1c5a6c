namespace Sanbao.Web.Shell.Components;

internal static class Tones
{
    /// <summary>The class of a part in this tone: <c>badge-good</c>. Calm is each part's own look.</summary>
    public static string? Class(this Tone tone, string part) => tone switch
    {
        Tone.Calm => null,
        Tone.Accent => $"{part}-accent",
        Tone.Good => $"{part}-good",
        Tone.Warn => $"{part}-warn",
        Tone.Bad => $"{part}-bad",
        Tone.Violet => $"{part}-violet",
    };
}
