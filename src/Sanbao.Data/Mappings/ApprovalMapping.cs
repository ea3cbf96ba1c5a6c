using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Approvals;

namespace Sanbao.Data.Mappings;

/// <summary>One table for the approvals of all kinds; <see cref="ApprovalTracking"/> follows what documents say of theirs.</summary>
internal static class ApprovalMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Ignore<ApprovalBook>().Ignore<ChainStep>();
        model.Entity<Approval>(step =>
        {
            step.ToTable("doc_approvals").HasKey(a => new { a.DocumentId, a.Index });
            // What waits for somebody is looked for among the steps that are asked.
            step.HasIndex(a => new { a.State, a.Since });
            step.Ignore(a => a.Step);
        });
        model.Entity<Deputy>(deputy =>
        {
            deputy.ToTable("com_deputies").HasKey(d => d.Id);
            deputy.HasIndex(d => new { d.DeputyId, d.To });
        });
    }
}
