using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;

namespace Sanbao.Web.Platform.Store;

/// <summary>The keys that seal cookies and forms, in the database: every node reads what any node sealed. The framework asks without
/// async.</summary>
internal sealed class SharedKeys(ServiceDatabase database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = database.CreateDbContext();
        return [.. db.Set<ProtectionKey>().AsNoTracking().Select(k => k.Xml).ToList().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = database.CreateDbContext();
        var xml = element.ToString(SaveOptions.DisableFormatting);
        db.Database.ExecuteSql($"INSERT INTO com_protection_keys (name, xml) VALUES ({friendlyName}, {xml})");
    }
}
