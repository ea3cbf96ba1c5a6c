// Each type breaks one rule of the house, on purpose: the structure tests have to find it.
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Sanbao.Web.Tests.Structure.Planted.Domain.Kernel
{
    internal sealed record CarriesAModuleAbove(Requests.Folder Folder);

    internal static class CallsAModuleAbove
    {
        public static string Name => Requests.Folder.Open();
    }

    internal static class HoldsManyOfAModuleAbove
    {
        public static int Count(IReadOnlyDictionary<string, Requests.Folder[]> folders) => folders.Count;
    }

    [AttributeUsage(AttributeTargets.Class)]
    internal sealed class AboutAttribute(Type type) : Attribute
    {
        public Type Type { get; } = type;
    }

    [About(typeof(Requests.Folder))]
    internal static class NamesAModuleAboveInAnAttribute;

    internal static class Impure
    {
        private static int _count;

        public static string? Latest { get; set; }

        [JsonIgnore]
        public static string Machine => Environment.MachineName + _count++;

        [Required]
        public static Guid Key => Guid.NewGuid();

        public static DateTimeOffset Now => new Func<DateTimeOffset>(() => DateTimeOffset.UtcNow)();

        public static Guid NextKey => Guid.CreateVersion7();

        public static Task Later() => Task.CompletedTask;

        public static string Read(string path) => File.ReadAllText(path);
    }
}

namespace Sanbao.Web.Tests.Structure.Planted.Domain.Entitlement
{
    internal sealed record Verdict(bool Covered);
}

namespace Sanbao.Web.Tests.Structure.Planted.Domain.Promises
{
    internal sealed record LooksAside(Entitlement.Verdict Verdict);
}

namespace Sanbao.Web.Tests.Structure.Planted.Domain.Loose
{
    internal sealed record Floating;
}

namespace Sanbao.Web.Tests.Structure.Planted.Domain.Requests
{
    internal sealed class Folder
    {
        private static readonly Func<int, int> Next = n => n + 1;

        public Entitlement.Verdict? Verdict { get; init; }

        public static string Open() => nameof(Open);

        public static IEnumerable<int> Pages(int first)
        {
            for (var page = first; ; page = Next(page)) yield return page;
        }

        public static Guid KeyAt(DateTimeOffset now) => Guid.CreateVersion7(now);
    }
}
