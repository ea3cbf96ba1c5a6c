using System.ComponentModel.DataAnnotations;
using Sanbao.Domain.Approvals;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Documents;

/// <summary>What whoever approves may add.</summary>
internal sealed record ApproveDocument([property: MaxLength(ApprovalBook.LongestRemark)] string? Remark);

/// <summary>Why it is rejected.</summary>
internal sealed record RejectDocument([property: Required, MaxLength(ApprovalBook.LongestRemark)] string? Reason);

/// <summary>The two verbs of a kind that others approve, the same for all of them.</summary>
internal static class ApprovalVerbs
{
    /// <param name="needs">What whoever decides, or in whose place, may do at all; whose turn it is says the chain.</param>
    /// <param name="approve">The document's own verbs: they take the decision and bring its status into line.</param>
    public static IEnumerable<Verb<TDoc>> Of<TDoc>(
        Permission needs, Action<Work<TDoc>, string?> approve, Action<Work<TDoc>, string?> reject)
        where TDoc : Document, IBelongs<TDoc>, INumbered, IStaged, IApproved =>
    [
        new Verb<TDoc, ApproveDocument>((work, said) => approve(work, said.Remark))
        {
            Name = "approval", Group = VerbGroup.End, Icon = "circle-check", Needs = needs, Form = typeof(ApprovalForm),
            OwnPeople = true, Decides = true, Guard = (document, by) => document.Approvals.WhyNotDecide(by, needs),
        },
        new Verb<TDoc, RejectDocument>((work, said) => reject(work, said.Reason))
        {
            Name = "rejection", Group = VerbGroup.End, Icon = "circle-x", Needs = needs, Form = typeof(RejectionForm),
            OwnPeople = true, Decides = true, Guard = (document, by) => document.Approvals.WhyNotDecide(by, needs),
        },
    ];
}
