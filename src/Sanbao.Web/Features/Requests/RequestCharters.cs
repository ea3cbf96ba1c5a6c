using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Requests;

/// <summary>The very version that governs a stored request. Imported history has none; it is worked on under the company's usual
/// one.</summary>
internal sealed class RequestCharters(CharterShelf shelf, CharterBook book)
{
    public Charter Of(ServiceRequest request) => request.CharterCode is ""
        ? book.Governing(null, DateOnly.FromDateTime(request.ReportedAt.UtcDateTime))
        : shelf.Find(request.CharterCode, request.CharterVersion);
}
