using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Sanbao.Data.Writing;

/// <summary>A row to insert: values in the order of its plan's columns, as the database takes them.</summary>
internal readonly record struct Row(RowPlan Plan, object?[] Values);

/// <summary>
/// Turns new entities into rows without tracking them: creates and imports are inserts only, and tracking cost more than the database
/// (docs/decisions/0005).
/// </summary>
internal sealed class EntityInserter(IModel model)
{
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

    public void AddChildren(object entity, List<Row> rows)
    {
        foreach (var child in PlanOf(entity).Children(entity)) AddRows(child, rows);
    }

    private RowPlan PlanOf(object entity) => plans.GetOrAdd(entity.GetType(), type => new RowPlan(model.FindEntityType(type) ?? throw new NotSupportedException($"{type.Name} is not stored.")));
}
