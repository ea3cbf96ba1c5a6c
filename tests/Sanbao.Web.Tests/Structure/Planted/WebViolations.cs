// As Violations.cs, for the process: slices, what they stand on, habits.
namespace Sanbao.Web.Tests.Structure.Planted.Web.Features
{
    internal static class Contents
    {
        public static object[] All => [new Requests.RequestPage(null), new InstalledBase.UnitPage(null)];
    }
}

namespace Sanbao.Web.Tests.Structure.Planted.Web.Features.Requests
{
    internal sealed record RequestPage(InstalledBase.UnitFragment? Unit);
}

namespace Sanbao.Web.Tests.Structure.Planted.Web.Features.InstalledBase
{
    internal sealed record UnitFragment;

    internal sealed record UnitPage(Requests.RequestPage? Latest);
}

namespace Sanbao.Web.Tests.Structure.Planted.Web.Platform.Errors
{
    internal sealed record ErrorPage(Features.Requests.RequestPage Request)
    {
        public static int Length => Features.Contents.All.Length;
    }
}

namespace Sanbao.Web.Tests.Structure.Planted.Web.Habits
{
    internal sealed class RequestManager : IAlone, IPaired;

    internal sealed class UnitDto : IPaired;

    internal sealed record Information;

    internal interface IAlone;

    internal interface IPaired;

    public sealed class SeenByAll;
}
