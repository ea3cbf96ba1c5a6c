using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Tests.Structure.Planted.Kit;

/// <summary>Asks of each document whether it is a request, as nothing that treats all kinds alike may.</summary>
internal static class Words
{
    public static string? Of(Document document) => document is ServiceRequest request ? request.Description : null;
}
