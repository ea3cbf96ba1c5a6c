using System.Diagnostics.Tracing;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Sanbao.Ahead;

/// <summary>
/// Writes each method that this process calls for the first time, as a line of a file of its own; nothing is kept back, so that a process
/// that is killed has told what it did. The runtime tells of methods when it looks for their compiled form or makes it.
/// </summary>
internal sealed class CalledMethods : EventListener
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";

    /// <summary>The runtime's keywords <c>JitKeyword</c> and <c>CompilationDiagnosticKeyword</c>.</summary>
    private const EventKeywords CompiledOrFound = (EventKeywords)0x20_0000_0010;

    private const int MethodLoadVerbose = 143;
    private const int ReadyToRunGetEntryPoint = 159;

    private static readonly MethodInfo FromHandle = RuntimeInternal(typeof(int).GetType(), "GetMethodBase", BindingFlags.Static, 2);
    private static readonly MethodInfo OfHandle = RuntimeInternal(typeof(RuntimeMethodHandle), "GetMethodInfo", BindingFlags.Instance, 0);

    private readonly HashSet<ulong> seen = [];
    private readonly FileStream lines;

    private CalledMethods(FileStream lines) => this.lines = lines;

    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + ".called");
        var listener = new CalledMethods(new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0));
        listener.EnableEvents(EventSource.GetSources().Single(s => s.Name == Runtime), EventLevel.Verbose, CompiledOrFound);
    }

    /// <summary>Called by one thread of the runtime.</summary>
    protected override void OnEventWritten(EventWrittenEventArgs e)
    {
        if (e.EventId is not (MethodLoadVerbose or ReadyToRunGetEntryPoint) || e.Payload is not { } told) return;
        // Without a token (the fifth value): made while running and perhaps gone again. Such a method cannot be compiled ahead.
        if (e.EventId == MethodLoadVerbose && told[4] is 0u) return;
        if (told[0] is not ulong id || !seen.Add(id)) return;
        var handle = RuntimeMethodHandle.FromIntPtr((nint)id);
        if (FromHandle.Invoke(null, [null, OfHandle.Invoke(handle, null)]) is MethodBase method && MethodLine.Of(method) is { } line)
            lines.Write(Encoding.UTF8.GetBytes(line + "\n"));
    }

    /// <summary>Reflection gives a method of a generic type only to who knows the type; the runtime itself does without.</summary>
    private static MethodInfo RuntimeInternal(Type type, string name, BindingFlags kind, int arguments) =>
        type.GetMethods(BindingFlags.NonPublic | BindingFlags.Public | kind)
            .First(m => m.Name == name && m.GetParameters().Length == arguments && (arguments == 0 || m.GetParameters()[1].ParameterType.IsInterface));
}
