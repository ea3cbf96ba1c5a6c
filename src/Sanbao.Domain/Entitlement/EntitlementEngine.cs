using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>Decides who gets what under a charter, and why. Pure: the same charter and facts give the same decision for ever.</summary>
public static class EntitlementEngine
{
    /// <summary>The decision alone: for lists, replays and liability reports over millions of units.</summary>
    public static Decision Judge(Charter charter, Facts facts) => throw new NotSupportedException();

    /// <summary>The same decision with its reasoning, made by the same function (decision 2).</summary>
    public static (Decision Decision, Explanation Explanation) Explain(Charter charter, Facts facts) => throw new NotSupportedException();
}
