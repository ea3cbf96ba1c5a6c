using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Mappings;

/// <summary>Instants are stored in UTC, to the millisecond (docs/decisions/0004).</summary>
internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, DateTime>(
    at => at.ToMilliseconds().UtcDateTime, stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

/// <summary>Sixteen bytes, most significant first, instead of SQLite's 36 letters: keys of version 7 stay ordered by time.</summary>
internal sealed class GuidBytesConverter() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), stored => new Guid(stored, true));

/// <summary>A short list of codes in one text column, parted by commas.</summary>
internal sealed class CodesConverter() : ValueConverter<ImmutableArray<string>, string>(
    codes => codes.IsDefaultOrEmpty ? "" : string.Join(',', codes), stored => Split(stored))
{
    internal static ImmutableArray<string> Split(string stored) => stored.Length == 0 ? [] : [.. stored.Split(',')];
}

/// <summary>A short list of enum values by name in one text column, parted by commas.</summary>
internal sealed class EnumsConverter<T>() : ValueConverter<ImmutableArray<T>, string>(
    values => values.IsDefaultOrEmpty ? "" : string.Join(',', values), stored => Split(stored)) where T : struct, Enum
{
    private static ImmutableArray<T> Split(string stored) => [.. CodesConverter.Split(stored).Select(Enum.Parse<T>)];
}

internal sealed class ArrayComparer<T>() : ValueComparer<ImmutableArray<T>>(
    (a, b) => a.SequenceEqual(b), array => array.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)), array => array);
