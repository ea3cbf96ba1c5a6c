using System.Globalization;
using System.Text;
using System.Xml;

namespace Sanbao.Web.Features.Import.Reading.Workbooks;

/// <summary>One part of a workbook, node by node. No node is longer than an honest one can be.</summary>
internal sealed class PartReader(XmlReader xml, CountedStream bytes) : IDisposable
{
    /// <summary>In characters, of a cell.</summary>
    private const int LongestText = 32_767;

    private readonly StringBuilder letters = new();

    /// <summary>The value of an attribute of the element that stands here; null: it has none.</summary>
    public string? this[string attribute] => xml.GetAttribute(attribute);

    /// <summary>The relation by which the element that stands here points to another part.</summary>
    public string? Relation => xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");

    public bool Read()
    {
        bytes.NextNode();
        return xml.Read();
    }

    public bool Begins(string element) => xml.NodeType is XmlNodeType.Element && xml.LocalName == element;

    /// <summary>
    /// Into the element that stands here: <c>for (var depth = reader.Enter(); reader.Next(depth);)</c> stands at each one inside of it.
    /// </summary>
    public int Enter() => xml.IsEmptyElement ? int.MaxValue : xml.Depth;

    /// <summary>To the next element inside; false, and behind it, when there is none.</summary>
    public bool Next(int depth)
    {
        while (depth < int.MaxValue && Read() && xml.Depth > depth)
            if (xml.NodeType is XmlNodeType.Element) return true;
        return false;
    }

    /// <summary>The text inside of the element that stands here.</summary>
    public string Text()
    {
        letters.Clear();
        Collect();
        return letters.ToString();
    }

    /// <summary>Of a text with formats the pieces that are text, without the spelling aids beside it.</summary>
    public string RichText()
    {
        letters.Clear();
        var aside = false;
        for (var depth = Enter(); Next(depth);)
        {
            if (Begins("rPh")) aside = true;
            else if (Begins("r")) aside = false;
            else if (Begins("t") && !aside) Collect();
        }
        var text = letters.ToString();
        return text.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(text)! : text;
    }

    // What is longer than a cell can be is not kept whole; no field takes so much.
    private void Collect()
    {
        if (xml.IsEmptyElement) return;
        for (var depth = xml.Depth; Read() && xml.Depth > depth;)
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace
                && letters.Length < LongestText) letters.Append(xml.Value);
    }

    public void Dispose() => xml.Dispose();

    /// <summary>A number that counts something; null: there is none.</summary>
    public static long? Number(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue ? number : null;

    public static RefusedException TooLarge(long largest) => FileEncoding.Refused("import.workbook-too-large", largest / 1024 / 1024);
}

/// <summary>Unpacked bytes, counted as they come: all of them, and those of one node.</summary>
internal sealed class CountedStream(Stream unpacked, long largest) : Stream
{
    /// <summary>A cell has 32,767 characters at most, each written with no more than seven.</summary>
    private const long LongestNode = 1024 * 1024;

    private long all, ofNode;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => all; set => throw new NotSupportedException(); }

    public void NextNode() => ofNode = 0;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = unpacked.Read(buffer);
        all += read;
        ofNode += read;
        if (all > largest) throw PartReader.TooLarge(largest);
        if (ofNode > LongestNode) throw FileEncoding.Refused("import.workbook-long-text");
        return read;
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacked.Dispose();
        base.Dispose(disposing);
    }
}
