namespace Sanbao.Web.Features.Import.Jobs;

/// <summary>Tells how far an import is, a few times a second at most.</summary>
internal sealed class ImportPace(TimeProvider clock, Action<ImportResult> tell)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private long? last;

    public void Tell(ImportResult result)
    {
        if (last is { } before && clock.GetElapsedTime(before) < Pause) return;
        last = clock.GetTimestamp();
        tell(result);
    }
}
