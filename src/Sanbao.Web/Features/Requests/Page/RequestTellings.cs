using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Requests.Page;

/// <summary>The journal of a request in words.</summary>
internal static class RequestTellings
{
    private const string Cover = "cover:cover-answer", Before = "coverBefore:cover-answer";

    public static readonly Dictionary<string, Telling> All = new()
    {
        ["request.opened"] =
            new("phone-incoming", Tone.Accent, Title: ["channel:channel", "category:request-category"],
                Facts: ["customer", "serial", "component"]),
        ["request.imported"] = new("file-import", Facts: ["externalReference"]),
        ["request.replied"] = new("message", Tone.Good, "text", Facts: ["at@"]),
        ["request.guided"] = new("headset", Tone.Good, "advice", ["outcome:guidance-outcome"], ["spokeWith", "at@"]),
        ["request.noted"] = new("writing", Body: "text", Facts: ["mentioned"]),
        ["request.contacted-again"] = new("phone-incoming", Tone.Accent, "text", ["channel:channel"], ["reporter", "phone"]),
        ["request.confirmed"] = new("phone-call", Tone.Good, "finding"),
        ["request.customer-asked"] = new("star", Tone.Accent, "remark", ["verdict:verdict"]),
        ["request.verified"] = new("checklist", Tone.Good, "finding"),
        ["request.assigned"] = new("user-plus", Body: "reason", Title: ["to"]),
        ["request.handed-over"] = new("switch-horizontal", Body: "reason", Title: ["from", "to"]),
        ["request.priority-changed"] = new("flag", Title: ["from:priority", "to:priority"]),
        ["request.declared-special"] = new("urgent", Tone.Violet, "reason"),
        ["request.mode-chosen"] = new("tool", Tone.Accent, "reason", ["mode:service-mode"], ["skipped:service-mode"]),
        ["request.visit-planned"] = new("calendar-event", Tone.Accent, "remark", ["engineer", "appointment@"]),
        ["request.step"] = new("map-pin", Tone.Accent, "remark", ["step:event-kind"], ["at@"]),
        ["request.linked"] = new("link", Title: ["original"]),
        ["request.customer-merged"] = new("arrow-right", Title: ["into"]),
        ["request.relinked"] = new("unlink", Tone.Warn, "reason", ["from", "to"], ["customerFrom", "customerTo"]),
        ["request.judged"] = new("shield-half", Title: [Cover], Facts: [Before, "lastDay#", "cause:cause"]),
        ["request.not-determined"] = new("shield-question", Tone.Warn, Facts: [Before, "cause:cause"]),
        ["request.judged-finally"] = new("shield-check", Tone.Accent, Title: [Cover], Facts: [Before, "lastDay#", "cause:cause"]),
        ["request.goodwill-given"] = new("coin-yuan", Tone.Violet, "reason", Facts: ["parts!", "labour!", "travel!", "freight!"]),
        ["request.paused"] = new("player-pause", Tone.Warn, "reason", ["party:pause-party"]),
        ["request.resumed"] = new("player-play", Tone.Good, Title: ["party:pause-party"]),
        ["request.deadline-warned"] = new("bell", Tone.Warn, Title: ["promise:promise-code"], Facts: ["due@", "earlierDue@"]),
        ["request.deadline-passed"] = new("alarm", Tone.Bad, Title: ["promise:promise-code"], Facts: ["due@", "earlierDue@"]),
        ["request.deadline-escalated"] = new("alarm", Tone.Bad, Title: ["promise:promise-code"], Facts: ["due@", "earlierDue@"]),
        ["request.calendar-changed"] = new("calendar-event", Facts: ["nextDue@"]),
        ["request.solved"] = new("clipboard-check", Tone.Good, "solution", Facts: ["repaired!", "repairDays", "at@"]),
        ["request.departed"] = new("truck", Tone.Accent, Title: ["engineer"], Facts: ["at@"]),
        ["request.closed"] = new("lock", Body: "remark", Facts: ["outcome:request-outcome", "causeNotFound!"]),
        ["request.reopened"] = new("rotate", Tone.Warn, "reason"),
    };
}
