using System.Collections.Frozen;

namespace Sanbao.Domain.Requests;

/// <summary>
/// What of a request's story dealers and customers are told: its lines by code, and of each the arguments by name. What is not named here
/// stays inside: notes, reasons, remarks and findings, and whatever comes later until somebody decides.
/// </summary>
public static class ToldOutside
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Told = new Dictionary<string, string[]>
    {
        ["request.opened"] = ["channel", "category", "reportedAt", "customer", "serial", "component", "charter", "charterVersion"],
        ["request.contacted-again"] = ["channel", "reporter", "phone", "text"],
        ["request.confirmed"] = [],
        ["request.replied"] = ["text", "at"],
        ["request.guided"] = ["advice", "spokeWith", "outcome", "at"],
        ["request.attached"] = ["name", "size"],
        ["request.assigned"] = ["to"],
        ["request.handed-over"] = ["to"],
        ["request.mode-chosen"] = ["mode"],
        ["request.visit-planned"] = ["engineer", "appointment"],
        ["request.step"] = ["step", "at"],
        ["request.judged"] = ["covered", "lastDay", "cause"],
        ["request.judged-finally"] = ["covered", "coveredBefore", "lastDay", "cause"],
        ["request.goodwill-given"] = ["parts", "labour", "travel", "freight"],
        ["request.paused"] = ["party"],
        ["request.resumed"] = ["party"],
        ["request.solved"] = ["solution", "repaired", "repairDays", "at"],
        ["request.customer-asked"] = ["verdict"],
        ["request.closed"] = ["outcome"],
        ["request.reopened"] = [],
    }.ToFrozenDictionary(line => line.Key, line => line.Value.ToFrozenSet());

    /// <summary>Arguments that are told of such a line; null: of the line nothing is.</summary>
    public static FrozenSet<string>? Of(string code) => Told.GetValueOrDefault(code);
}
