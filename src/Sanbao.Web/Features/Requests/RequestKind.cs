using Sanbao.Data;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Features.Requests.Handling;
using Sanbao.Web.Features.Requests.Ledger;
using Sanbao.Web.Features.Requests.Page;
using Sanbao.Web.Features.Requests.Print;

namespace Sanbao.Web.Features.Requests;

/// <summary>The request as a kind of document.</summary>
internal static class RequestKind
{
    public static DocumentKind<ServiceRequest> Of { get; } = new()
    {
        Path = "/requests", Kind = "request", Reads = Permission.ReadRequests,
        ForWork = requests => requests.ForWork(),
        Charter = (services, request) => services.GetRequiredService<RequestCharters>().Of(request),
        Read = async (services, key, cancel) => await services.GetRequiredService<RequestReader>().ReadAsync(key, cancel),
        Page = typeof(OneRequest), Fresh = typeof(FreshRequest), Print = typeof(RequestForm),
        List = http => http.RequestServices.GetRequiredService<LedgerDesk>().Show(http),
        Answer = HandledAnswer.Of, Answers = typeof(HandledAnswer),
        Verbs = RequestVerbs.All, Journal = RequestTellings.All,
    };
}
