using Sanbao.Data;
using Sanbao.Domain.Charters;

namespace Sanbao.Web.Features.Documents;

/// <summary>What a verb works with: the document loaded for work, the charter that governs it, who acts and when.</summary>
internal sealed record Work<TDoc>(ServiceDb Db, TDoc Document, Charter Charter, Actor By, DateTimeOffset Now, CancellationToken Cancel)
    where TDoc : Document;
