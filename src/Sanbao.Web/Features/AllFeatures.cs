using Sanbao.Web.Features.Home;

namespace Sanbao.Web.Features;

/// <summary>Everything the site is made of, in the order of the menu.</summary>
internal static class AllFeatures
{
    public static readonly Feature[] List =
    [
        new HomeFeature(),
    ];
}
