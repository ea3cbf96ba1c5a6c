using Sanbao.Web.Platform.Api;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Documents;

/// <summary>What all kinds of documents share.</summary>
internal sealed class DocumentsFeature : Feature
{
    public override void Add(IServiceCollection services, SiteOptions options)
    {
        services.AddSingleton<JournalWords>();
        services.AddScoped<Once>();
        services.AddScoped(typeof(DocumentDesk<>));
        services.AddScoped(typeof(SeveralDesk<>));
        services.AddScoped(typeof(DocumentList<>));
        services.AddScoped(typeof(Papers<>));
    }
}
