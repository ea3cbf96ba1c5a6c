using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Journal;

/// <summary>Where a journal ends: how many lines it has, and the hash of the last, lower-case hexadecimal.</summary>
internal readonly record struct JournalEnd(int Length, string Head)
{
    public static JournalEnd None { get; } = new(0, "");

    public static JournalEnd Of(Document document) => new(document.JournalLength, document.JournalHead);
}
