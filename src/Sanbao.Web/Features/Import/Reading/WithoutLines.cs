namespace Sanbao.Web.Features.Import.Reading;

/// <summary>A text in which some lines are empty, so that all others keep their numbers.</summary>
/// <param name="left">Numbers of the lines that are left out, counted from 1.</param>
internal sealed class WithoutLines(TextReader text, HashSet<long> left) : TextReader
{
    private long line = 1;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        while (true)
        {
            var read = text.Read(buffer);
            if (left.Count == 0 || read == 0) return read;
            var kept = 0;
            foreach (var c in buffer[..read])
            {
                if (c == '\n' || !left.Contains(line)) buffer[kept++] = c;
                if (c == '\n') line++;
            }
            if (kept > 0) return kept;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) text.Dispose();
        base.Dispose(disposing);
    }
}
