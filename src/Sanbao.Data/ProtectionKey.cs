namespace Sanbao.Data;

/// <summary>A key that seals cookies and forms, for nodes that share a database instead of a folder.</summary>
public sealed class ProtectionKey
{
    private ProtectionKey() { }

    public ProtectionKey(string name, string xml) => (Name, Xml) = (name, xml);

    public string Name { get; private set; } = "";
    public string Xml { get; private set; } = "";
}
