using Mono.Cecil;

namespace Sanbao.Web.Tests.Structure;

/// <summary>What a rule may not touch, so that the same arguments give the same answer for ever.</summary>
internal static class Purity
{
    private static readonly string[] ForbiddenSpaces =
    [
        "System.Text.Json", "System.ComponentModel.DataAnnotations", "System.Xml", "System.Data", "System.IO", "System.Net",
        "System.Threading",
    ];

    private static readonly string[] ForbiddenTypes =
    [
        "System.TimeProvider", "System.Random", "System.Console", "System.Collections.Generic.IAsyncEnumerable`1",
            "System.Diagnostics.Process",
        "System.Diagnostics.Stopwatch", "System.Diagnostics.Debug", "System.Diagnostics.Trace",
    ];

    private static readonly string[] ForbiddenMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.TimeZoneInfo.get_Local", "System.Guid.NewGuid",
        "System.Globalization.CultureInfo.get_CurrentCulture", "System.Globalization.CultureInfo.get_CurrentUICulture",
    ];

    public static IEnumerable<string> Violations(CompiledCode code, string root) =>
    [
        .. code.Uses(root).Where(Forbidden).Select(u => u.ToString()),
        .. code.Types(root).SelectMany(ReadsTheClockForAKey),
        .. code.Types(root).Where(t => !Generated(t)).SelectMany(t => t.Fields).Where(Changeable).Select(f => $"{f.FullName} can change"),
    ];

    private static bool Forbidden(Use use)
    {
        var type = $"{use.UsedSpace}.{use.Used}";
        return ForbiddenSpaces.Any(s => CompiledCode.Within(use.UsedSpace, s))
            || ForbiddenTypes.Contains(type)
            || ForbiddenMembers.Contains($"{type}.{use.Member}")
            // Iterators made by the compiler ask which thread they are on, and nothing else of the environment.
            || (type == "System.Environment" && use.Member is not (null or "get_CurrentManagedThreadId"));
    }

    // Version 7 keys carry an instant; without an argument it is the clock's.
    private static IEnumerable<string> ReadsTheClockForAKey(TypeDefinition type) =>
        from method in type.Methods.Where(m => m.HasBody)
        from call in method.Body.Instructions.Select(i => i.Operand).OfType<MethodReference>()
        where call is { Name: "CreateVersion7", Parameters.Count: 0 }
        select $"{method.FullName} makes a key from the clock";

    // Lambdas and constant arrays are kept by the compiler in types of its own.
    private static bool Generated(TypeDefinition type) =>
        type.Name.StartsWith('<') || type.DeclaringType is { } around && Generated(around);

    private static bool Changeable(FieldDefinition field) => field is { IsStatic: true, IsInitOnly: false, IsLiteral: false };
}
