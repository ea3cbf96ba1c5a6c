using System.Collections.Frozen;
using System.Collections.Immutable;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.InstalledBase;

namespace Sanbao.Web.Features.Import.Rows;

/// <summary>What one line becomes: how it is put into the save, after the model that it brings along.</summary>
/// <param name="Missing">Of a unit whose cover cannot be told: what is missing that would decide.</param>
internal sealed record Built(Action<Creation> Add, Product? Model = null, ImmutableArray<Word> Missing = default);

/// <summary>
/// How the lines of one kind become documents. Reading of the database happens for a whole batch before any line is built, so that the
/// work does not depend on the number of lines (docs/decisions/0005).
/// </summary>
internal abstract class KindRows
{
    // The domain's names of fields where a mapping says another word.
    private static readonly FrozenDictionary<string, string> FieldOf = new Dictionary<string, string>
    {
        ["product"] = "model", ["siteName"] =
            "site", ["contactName"] = "contact", ["customer.name"] = "customer", ["customer.phone"] = "customerPhone",
        ["reporter.name"] = "reporter", ["reporter.phone"] = "reporterPhone",
    }.ToFrozenDictionary();

    protected abstract ImportKind Kind { get; }

    /// <summary>By what a line is known again: running the same file twice changes nothing. Null: the line has an error.</summary>
    public abstract string? KeyOf(RowValues row);

    /// <summary>The field at which a line with a known or repeated key is told.</summary>
    public abstract string KeyField { get; }

    /// <summary>A further line of the same key in a batch is one more fact about the same thing, and no repetition.</summary>
    public virtual bool MayStandAgain => false;

    /// <summary>Those of the keys that are stored already.</summary>
    public abstract Task<HashSet<string>> KnownAsync(ServiceDb db, IReadOnlyCollection<string> keys, CancellationToken cancel);

    /// <summary>Loads what the lines refer to.</summary>
    public abstract Task LookUpAsync(ServiceDb db, IReadOnlyList<RowValues> rows, CancellationToken cancel);

    /// <summary>The batch was built: what its lines bring along counts as stored, because batches are stored one after the other.</summary>
    public virtual void Settle(IReadOnlyCollection<Built> built) { }

    /// <summary>What was settled was not stored after all.</summary>
    public virtual void Forget() { }

    /// <summary>Makes the documents of one line; notes what is wrong with it.</summary>
    public Built? Build(RowValues row, Actor by, DateTimeOffset now)
    {
        try
        {
            foreach (var field in ImportFields.Needed(Kind)) row.NeededText(field);
            var built = row.Errors.Count == 0 ? Make(row, by, now) : null;
            return row.Errors.Count == 0 ? built : null;
        }
        catch (FieldErrorsException e)
        {
            foreach (var error in e.Errors)
                row.Fail(FieldName(error.Field), error.Code, error.Arguments.IsDefault ? [] : error.Arguments.AsSpan());
            return null;
        }
        catch (RefusedException e)
        {
            row.Fail(KeyField, e.Refusal.Code, e.Refusal.Arguments.IsDefault ? [] : e.Refusal.Arguments.AsSpan());
            return null;
        }
    }

    /// <summary>Null: what is wrong was noted. Every needed field of the kind has something in it.</summary>
    protected abstract Built? Make(RowValues row, Actor by, DateTimeOffset now);

    protected virtual string FieldName(string field) => FieldOf.GetValueOrDefault(field, field);
}
