using System.Collections.Immutable;
using Sanbao.Domain.InstalledBase;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>Which components of a product's bill a new unit has, as they were ticked, and their serial numbers by the key of the
/// piece.</summary>
/// <param name="Version">Of the product whose bill was shown.</param>
internal sealed record PickedPieces(Guid Product, long Version, ImmutableSortedDictionary<string, string?> Serials)
{
    public const string Field = "bill", Piece = "piece";

    public static string SerialOf(string key) => $"piece-serial.{key}";

    /// <summary>Null: no bill was shown.</summary>
    public static PickedPieces? Read(FormReader form) =>
        form.Text(Field) is { } shown && shown.Split(' ') is [var product, var version] && Guid.TryParse(product, out var id)
            && long.TryParse(version, out var seen)
            ? new(id, seen, form.Texts(Piece).ToImmutableSortedDictionary(
                key => key, key => form.Text(SerialOf(key), 100), StringComparer.Ordinal))
            : null;
}

/// <summary>A new unit begins with the components of its product's bill (B2).</summary>
internal static class BeginWithBill
{
    /// <param name="picked">Null, or of another product than was named at last: all of them.</param>
    /// <returns>What was added, by the key of its piece.</returns>
    public static Dictionary<string, Component> Add(Equipment unit, Product product, PickedPieces? picked, Actor actor, DateTimeOffset now)
    {
        if (picked?.Product != product.Id) picked = null;
        // What was ticked would be something else now.
        if (picked is not null && picked.Version != product.Version)
            throw new FieldErrorsException([new(PickedPieces.Field, "bill.changed")]);
        return PiecesOf(product, picked).ToDictionary(p => p.Key, p => unit.AddComponent(p.ToDetails(picked?.Serials[p.Key]), actor, now));
    }

    /// <summary>Those of the bill that were ticked; all of them where none of this product was shown.</summary>
    public static IEnumerable<BillPiece> PiecesOf(Product product, PickedPieces? picked) =>
        product.Pieces.Where(p => picked?.Product != product.Id || picked.Serials.ContainsKey(p.Key));

    /// <summary>Those that a program names instead; none, where it names none.</summary>
    public static void Add(Equipment unit, IReadOnlyList<ComponentToSave> components, Actor actor, DateTimeOffset now)
    {
        for (var i = 0; i < components.Count; i++)
        {
            try
            {
                if (components[i] is null) throw new FieldErrorsException([new("name", "field.required")]);
                unit.AddComponent(components[i].ToDetails(), actor, now);
            }
            catch (FieldErrorsException wrong)
            {
                throw new FieldErrorsException([.. wrong.Errors.Select(e => e with { Field = $"components.{i}.{e.Field}" })]);
            }
        }
    }
}
