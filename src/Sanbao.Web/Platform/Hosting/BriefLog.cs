using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Sanbao.Web.Platform.Hosting;

/// <summary>
/// One line an event: when, how grave, who says it, what. A failure brings the way it took once an hour; in between it is named by one
/// line, so that a database that is away for a night fills no disk.
/// </summary>
internal sealed class BriefLog(TimeProvider time) : ConsoleFormatter(Formatter)
{
    public const string Formatter = "sanbao";
    private const int Most = 200;
    private static readonly TimeSpan Told = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> told = new();

    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var now = time.GetUtcNow();
        var said = entry.Formatter(entry.State, entry.Exception);
        var when = now.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        textWriter.WriteLine($"{when} {Word(entry.LogLevel)} {entry.Category}: {said}");
        if (entry.Exception is not { } why) return;
        if (IsNew(why, now)) textWriter.WriteLine(why.ToString());
        else textWriter.WriteLine($"    {why.GetType().Name}: {why.GetBaseException().Message} (as told before)");
    }

    private bool IsNew(Exception why, DateTimeOffset now)
    {
        var way = $"{why.GetType().FullName} {why.StackTrace} {why.GetBaseException().StackTrace}";
        if (told.TryGetValue(way, out var before) && now - before < Told) return false;
        if (told.Count >= Most) told.Clear();
        told[way] = now;
        return true;
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        LogLevel.Critical => "crit",
        LogLevel.None => "none",
    };
}
