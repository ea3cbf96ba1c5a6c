using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Sanbao.Data.State;

/// <summary>
/// A value as bytes that say the same on both databases: a letter for its type, then what it is. No two different values have the same
/// bytes.
/// </summary>
internal static class Canonical
{
    // Takes the zeros behind a decimal's last digit away: 1.50 and 1.5 are one number.
    private const decimal One = 1.0000000000000000000000000000m;

    public static void Write(IBufferWriter<byte> to, object? value)
    {
        switch (value)
        {
            case null: Letter(to, 'n'); break;
            case string text: Bytes(to, 't', Encoding.UTF8, text); break;
            case bool yes: Number(to, 'b', yes ? 1 : 0); break;
            case int count: Number(to, 'i', count); break;
            case long count: Number(to, 'i', count); break;
            case DateTime instant: Number(to, 'd', instant.Ticks); break;
            case DateOnly day: Number(to, 'y', day.DayNumber); break;
            case Guid id: Bytes(to, 'x', id.ToByteArray(bigEndian: true)); break;
            case byte[] bytes: Bytes(to, 'x', bytes); break;
            case decimal number: Decimal(to, number / One); break;
            default: throw new NotSupportedException($"A {value.GetType().Name} has no canonical form.");
        }
    }

    private static void Letter(IBufferWriter<byte> to, char letter)
    {
        to.GetSpan(1)[0] = (byte)letter;
        to.Advance(1);
    }

    private static void Number(IBufferWriter<byte> to, char letter, long number)
    {
        Letter(to, letter);
        BinaryPrimitives.WriteInt64BigEndian(to.GetSpan(sizeof(long)), number);
        to.Advance(sizeof(long));
    }

    private static void Bytes(IBufferWriter<byte> to, char letter, ReadOnlySpan<byte> bytes)
    {
        Number(to, letter, bytes.Length);
        to.Write(bytes);
    }

    private static void Bytes(IBufferWriter<byte> to, char letter, Encoding encoding, string text)
    {
        Number(to, letter, encoding.GetByteCount(text));
        to.Advance(encoding.GetBytes(text, to.GetSpan(encoding.GetMaxByteCount(text.Length))));
    }

    private static void Decimal(IBufferWriter<byte> to, decimal number)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number, parts);
        foreach (var part in parts) Number(to, 'm', part);
    }
}
