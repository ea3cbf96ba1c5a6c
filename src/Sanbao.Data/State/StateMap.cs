using Microsoft.EntityFrameworkCore.Metadata;
using Sanbao.Data.Writing;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.State;

/// <summary>All tables whose rows the journal proves: documents by kind, parts of documents, and what is the company's own.</summary>
internal sealed class StateMap
{
    private readonly Dictionary<string, string> kindOf = [];

    public StateMap(IModel model)
    {
        var rows = EntityInserter.Of(model);
        foreach (var type in model.GetEntityTypes().Where(t => !LeftOut.Table(t.ClrType)))
        {
            var plan = rows.PlanOf(type.ClrType);
            if (typeof(Document).IsAssignableFrom(type.ClrType))
            {
                Documents.Add(plan);
                kindOf.Add(plan.Table, DocumentSets.KindOf(type.ClrType));
            }
            else (plan.Sealed.Owner is null ? Company : Parts).Add(plan);
        }
    }

    public List<RowPlan> Documents { get; } = [];
    public List<RowPlan> Parts { get; } = [];
    public List<RowPlan> Company { get; } = [];

    /// <summary>The kind of the documents in a table.</summary>
    public string KindOf(RowPlan documents) => kindOf[documents.Table];
}
