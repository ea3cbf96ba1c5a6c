using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>What a verb works with: the request loaded for work, the charter that governs it, who acts and when.</summary>
internal sealed record RequestWork(ServiceDb Db, ServiceRequest Request, Charter Charter, Actor By, DateTimeOffset Now, CancellationToken Cancel);
