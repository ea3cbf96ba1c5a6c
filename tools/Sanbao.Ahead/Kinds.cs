using System.Reflection.Metadata;

namespace Sanbao.Ahead;

/// <summary>The types that signatures know without a name, each as one letter.</summary>
internal static class Kinds
{
    public static IReadOnlyDictionary<PrimitiveTypeCode, char> OfSignature { get; } = new Dictionary<PrimitiveTypeCode, char>
    {
        [PrimitiveTypeCode.Void] = 'v', [PrimitiveTypeCode.Boolean] = 'z', [PrimitiveTypeCode.Char] = 'c',
        [PrimitiveTypeCode.SByte] = 'a', [PrimitiveTypeCode.Byte] = 'b', [PrimitiveTypeCode.Int16] = 's', [PrimitiveTypeCode.UInt16] = 't',
        [PrimitiveTypeCode.Int32] = 'i', [PrimitiveTypeCode.UInt32] = 'j', [PrimitiveTypeCode.Int64] = 'l', [PrimitiveTypeCode.UInt64] = 'm',
        [PrimitiveTypeCode.Single] = 'f', [PrimitiveTypeCode.Double] = 'd', [PrimitiveTypeCode.IntPtr] = 'n', [PrimitiveTypeCode.UIntPtr] = 'o',
        [PrimitiveTypeCode.String] = 'g', [PrimitiveTypeCode.Object] = 'x', [PrimitiveTypeCode.TypedReference] = 'r',
    };

    public static IReadOnlyDictionary<Type, char> OfRuntime { get; } = OfSignature.ToDictionary(
        k => Type.GetType("System." + k.Key, throwOnError: true)!, k => k.Value);

    public static IReadOnlyDictionary<char, byte> Codes { get; } = OfSignature.ToDictionary(k => k.Value, k => (byte)k.Key);
}
