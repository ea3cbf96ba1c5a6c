using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Writing;

/// <summary>What may exist only once is guarded by the database; whoever comes second hears it at the field.</summary>
internal static class UniqueViolations
{
    private static readonly (string Table, string Column, string Field, string Code)[] Known =
    [
        ("equ_equipment", "serial_key", "serial", "serial.taken"),
        ("equ_products", "model_key", "model", "model.taken"),
        ("cus_contracts", "number_key", "number", "contract-number.taken"),
        ("req_requests", "external_reference", "externalReference", "external-reference.taken"),
        ("com_charters", "version", "text", "charter-change.number-taken-now"),
        ("acc_accounts", "normalized_user_name", "userName", "user-name.taken"),
    ];

    /// <summary>Field errors, or <see cref="KeyTakenException"/>, for a unique value that is taken; everything else as it came.</summary>
    public static Exception Translate(Exception why)
    {
        if (Violated(why) is not { } name) return why;
        if (name.Contains("com_idempotency_keys", StringComparison.Ordinal)) return new KeyTakenException();
        foreach (var (table, column, field, code) in Known)
            if (name.Contains(table, StringComparison.Ordinal) && name.Contains(column, StringComparison.Ordinal))
                return new FieldErrorsException([new(field, code)]);
        return why;
    }

    private static string? Violated(Exception why) => why switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } postgres => $"{postgres.TableName} {postgres.ConstraintName}",
        SqliteException { SqliteErrorCode: 19 } sqlite => sqlite.Message,
        DbUpdateException { InnerException: { } inner } => Violated(inner),
        _ => null,
    };
}

/// <summary>Somebody else used the idempotency key first: what it answered is to be answered again.</summary>
internal sealed class KeyTakenException() : Exception("The idempotency key is taken.");
