using System.Runtime.CompilerServices;

namespace Sanbao.Domain.Kernel;

/// <summary>The values of a closed list as objects, each made once: explanations name them by the million.</summary>
internal static class Boxed
{
    /// <param name="value">Of a list that counts from 0 without gaps, in an int.</param>
    public static object Of<T>(T value) where T : struct, Enum => Values<T>.All[Unsafe.BitCast<T, int>(value)];

    private static class Values<T> where T : struct, Enum
    {
        public static readonly object[] All = [.. Enum.GetValues<T>().Select(v => (object)v)];
    }
}
