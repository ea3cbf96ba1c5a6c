namespace Sanbao.Web.Features.Charters;

/// <summary>What the company promised: the charters in words and tables.</summary>
internal sealed class ChartersFeature : Feature
{
    public override void Add(IServiceCollection services, SiteOptions options) => services.AddSingleton<CharterBook>();
}
