using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Charters;

/// <summary>The journals of charters' changes and of what they are attached to, in words.</summary>
internal static class CharterTellings
{
    public static readonly Dictionary<string, Telling> All = new()
    {
        ["charter-change.drafted"] = new("writing", Body: "reason"),
        ["charter-change.revised"] = new("writing", Body: "reason"),
        ["charter-change.approved"] = new("circle-check", Tone.Good),
        ["charter-change.rejected"] = new("circle-x", Tone.Bad, "reason"),
        ["charter-change.withdrawn"] = new("arrow-back-up"),
        ["charter.shipped"] = new("gavel", Title: ["charters"]),
        ["charter.approved"] = new("gavel", Tone.Good, Title: ["charter", "number"]),
        ["charter.attached"] = new("link", Title: ["charter", "from~until"]),
        ["charter.passed-on"] = new("arrow-right", Title: ["charter"]),
        ["charter.detached"] = new("unlink", Title: ["charter", "from~until"]),
    };
}
