namespace Sanbao.Data.Journal;

/// <summary>One saved line of a document's journal: the very text that was hashed, and its hash.</summary>
public sealed class JournalLine
{
    private JournalLine() { }

    internal JournalLine(Guid documentId, int index, string text, byte[] hash) =>
        (DocumentId, Index, Text, Hash) = (documentId, index, text, hash);

    public Guid DocumentId { get; private set; }
    /// <summary>Counts the lines of the document from 0.</summary>
    public int Index { get; private set; }
    /// <summary>Canonical JSON, the hash of the line before in it.</summary>
    public string Text { get; private set; } = "";
    /// <summary>SHA-256 of the text's UTF-8 bytes.</summary>
    public byte[] Hash { get; private set; } = [];
}
