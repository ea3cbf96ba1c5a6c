using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Sanbao.Data.Mappings;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Writing;

/// <summary>What may exist only once is guarded by the database; whoever comes second hears it at the field that the mapping
/// names.</summary>
internal sealed class UniqueViolations
{
    private readonly Dictionary<string, FieldError> said = [];

    public UniqueViolations(IModel model)
    {
        foreach (var type in model.GetEntityTypes())
        {
            foreach (var index in type.GetIndexes()) Learn(type, index, index.GetDatabaseName(), index.Properties);
            foreach (var key in type.GetKeys()) Learn(type, key, key.GetName(), key.Properties);
        }
    }

    /// <summary>A field error, a refusal or <see cref="KeyTakenException"/> for a unique value that is taken; everything else as it
    /// came.</summary>
    public Exception Translate(Exception why) => Violated(why) switch
    {
        null => why,
        { } name when name.Contains("com_idempotency_keys", StringComparison.OrdinalIgnoreCase) => new KeyTakenException(),
        { } name => said.GetValueOrDefault(name) switch
        {
            null => why,
            { Field: "" } error => new RefusedException(new(error.Code)),
            { } error => new FieldErrorsException([error]),
        },
    };

    // PostgreSQL names the constraint, SQLite its columns.
    private void Learn(IEntityType type, IReadOnlyAnnotatable constraint, string? name, IEnumerable<IProperty> columns)
    {
        if (Unique.Of(constraint) is not { } taken) return;
        said[name!] = said[string.Join(", ", columns.Select(c => $"{type.GetTableName()}.{c.GetColumnName()}"))] =
            new(taken.Field, taken.Code);
    }

    private static string? Violated(Exception why) => why switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } postgres => postgres.ConstraintName,
        // SQLite Error 19: 'UNIQUE constraint failed: table.column, table.column'.
        SqliteException { SqliteErrorCode: 19 } sqlite when sqlite.Message.Split("UNIQUE constraint failed: ") is [_, var columns] =>
            columns.TrimEnd('.', '\''),
        DbUpdateException { InnerException: { } inner } => Violated(inner),
        _ => null,
    };
}

/// <summary>Somebody else used the idempotency key first: what it answered is to be answered again.</summary>
internal sealed class KeyTakenException() : Exception("The idempotency key is taken.");
