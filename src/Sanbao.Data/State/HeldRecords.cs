using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data.Journal;

namespace Sanbao.Data.State;

/// <summary>Everything that is stored of the documents of one stretch of ids: their rows, parts, lines and heads.</summary>
internal sealed class HeldRecords
{
    private readonly StateMap map;
    private readonly ILookup<Guid, Held> roots, parts;
    private readonly ILookup<Guid, JournalLine> lines;
    private readonly Dictionary<Guid, HeadRow> heads;

    private HeldRecords(StateMap map, List<Held> rows, List<JournalLine> lines, Dictionary<Guid, HeadRow> heads)
    {
        (this.map, this.heads, this.lines) = (map, heads, lines.ToLookup(l => l.DocumentId));
        (roots, parts) = (rows.Where(r => r.IsDocument).ToLookup(r => r.Owner), rows.Where(r => !r.IsDocument).ToLookup(r => r.Owner));
        Ids = [.. rows.Select(r => r.Owner).Union(lines.Select(l => l.DocumentId)).Union(heads.Keys).Order()];
    }

    /// <summary>Of every document of which anything is there.</summary>
    public IReadOnlyList<Guid> Ids { get; }

    public static async Task<HeldRecords> ReadAsync(ServiceDb db, StateMap map, Stretch stretch, CancellationToken cancel)
    {
        var (stored, rows) = (new StoredRows(db), new List<Held>());
        foreach (var plan in map.Documents.Concat(map.Parts))
            rows.AddRange((await stored.OfAsync(plan, stretch, cancel)).Select(v => new Held(plan, v, plan.Sealed.OwnerOf(v))));
        // The company's own document lies in the first stretch.
        if (stretch.After is null)
            foreach (var plan in map.Company)
                rows.AddRange((await stored.AllAsync(plan, cancel)).Select(v => new Held(plan, v, CompanyJournal.Only)));
        return new(map, rows, await LinesAsync(db, stretch, cancel), await HeadsAsync(db, stretch, cancel));
    }

    private static Task<List<JournalLine>> LinesAsync(ServiceDb db, Stretch stretch, CancellationToken cancel)
    {
        var lines = db.JournalLines.AsNoTracking();
        if (stretch.After is { } after) lines = lines.Where(l => l.DocumentId.CompareTo(after) > 0);
        if (stretch.Until is { } until) lines = lines.Where(l => l.DocumentId.CompareTo(until) <= 0);
        return lines.OrderBy(l => l.DocumentId).ThenBy(l => l.Index).ToListAsync(cancel);
    }

    private static Task<Dictionary<Guid, HeadRow>> HeadsAsync(ServiceDb db, Stretch stretch, CancellationToken cancel)
    {
        var heads = db.Heads.AsNoTracking();
        if (stretch.After is { } after) heads = heads.Where(h => h.Id.CompareTo(after) > 0);
        if (stretch.Until is { } until) heads = heads.Where(h => h.Id.CompareTo(until) <= 0);
        return heads.ToDictionaryAsync(h => h.Id, cancel);
    }

    public IEnumerable<RecordFault> FaultsOf(Guid id)
    {
        var (reading, rows) = (new JournalReading(id, lines[id]), roots[id].Concat(parts[id]).ToList());
        var kind = roots[id].Select(r => map.KindOf(r.Plan)).FirstOrDefault() ?? reading.Kind;
        var name = NameOf(id);
        foreach (var (line, code) in reading.Faults) yield return new(code, kind, name, "", line.ToString(CultureInfo.InvariantCulture));
        if (WhyAlone(id, reading, kind) is { } alone) yield return new(alone, kind, name);
        foreach (var row in rows)
            if (WhyDiffers(row, reading) is var (code, columns))
                yield return new(code, kind, name, row.IsDocument ? "" : row.Plan.Table, $"{row.Label} {columns}".Trim());
        var there = rows.Select(r => r.Name).ToHashSet();
        foreach (var gone in reading.State.Keys.Where(row => !there.Contains(row)))
        {
            var (table, key) = gone.Split('/', 2) is [var part, var which] ? (part, which) : ("", "");
            yield return new("row-missing", kind, name, table, key);
        }
    }

    /// <summary>Lines, row and head of a document belong together, and all three say where its journal ends.</summary>
    private string? WhyAlone(Guid id, JournalReading reading, string kind)
    {
        if (!roots.Contains(id)) return reading.Kind is "" ? "document-missing" : "lines-without-document";
        if (roots[id].First().EndOf() != reading.End || reading.Kind != kind) return "end-differs";
        if (!heads.TryGetValue(id, out var head)) return "head-missing";
        return new JournalEnd(head.JournalLength, head.JournalHead) == reading.End && head.Kind == kind ? null : "head-differs";
    }

    private static (string Code, string Columns)? WhyDiffers(Held row, JournalReading reading)
    {
        if (!reading.State.TryGetValue(row.Name, out var said)) return ("row-unknown", "");
        var now = row.Plan.Sealed.Of(row.Values, said.Version);
        return now == said.Seal ? null : ("row-changed", string.Join(", ", row.Plan.Sealed.Differences(said.Seal, now, said.Version)));
    }

    private string NameOf(Guid id) =>
        id == CompanyJournal.Only ? ""
        : !heads.TryGetValue(id, out var head) || head is { Number: "", Title: "" } ? id.ToString()
        : head.Number is "" ? head.Title : head.Number;
}
