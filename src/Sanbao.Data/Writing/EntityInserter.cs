using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Metadata;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Writing;

/// <summary>A row to insert: values in the order of its plan's columns, as the database takes them.</summary>
internal readonly record struct Row(RowPlan Plan, object?[] Values)
{
    /// <summary>What a line of the journal calls it, and what it says of it.</summary>
    public string Name => Plan.Sealed.NameOf(Values);
    public string Seal => Plan.Sealed.Of(Values);

    /// <summary>A document's row, made before its last line was: where its journal ends now.</summary>
    public Row Ending(Document document)
    {
        Values[Plan.PlaceOf("journal_length")] = document.JournalLength;
        Values[Plan.PlaceOf("journal_head")] = document.JournalHead;
        return this;
    }
}

/// <summary>
/// Turns new entities into rows without tracking them: creates and imports are inserts only, and tracking cost more than the database
/// (docs/decisions/0005).
/// </summary>
internal sealed class EntityInserter
{
    private readonly IModel model;

    private EntityInserter(IModel model) => this.model = model;

    /// <summary>One for each model.</summary>
    public static EntityInserter Of(IModel model) =>
        model.GetOrAddRuntimeAnnotationValue("Sanbao:Rows", static m => new EntityInserter(m!), model);

    private readonly ConcurrentDictionary<Type, RowPlan> plans = new();

    /// <summary>The row of the entity and those of its collections, parents first.</summary>
    public void AddRows(object entity, List<Row> rows)
    {
        rows.Add(RowOf(entity));
        AddChildren(entity, rows);
    }

    /// <summary>Without those of its collections.</summary>
    public Row RowOf(object entity)
    {
        var plan = PlanOf(entity);
        return new(plan, plan.Values(entity));
    }

    /// <summary>What the journal says of the entity's own row.</summary>
    public (string Row, string? Seal) SealOf(object entity)
    {
        var row = RowOf(entity);
        return (row.Name, row.Seal);
    }

    public void AddChildren(object entity, List<Row> rows)
    {
        foreach (var child in PlanOf(entity).Children(entity)) AddRows(child, rows);
    }

    /// <summary>What leads from a part to the document whose it is; null: the row is the company's.</summary>
    public IProperty? OwnerOf(IEntityType type) => PlanOf(type.ClrType).Sealed.Owner;

    public RowPlan PlanOf(Type entity) =>
        plans.GetOrAdd(
            entity, type => new RowPlan(model.FindEntityType(type) ?? throw new NotSupportedException($"{type.Name} is not stored.")));

    private RowPlan PlanOf(object entity) => PlanOf(entity.GetType());
}
