namespace Sanbao.Data;

/// <summary>
/// Which company these records are of, whatever it calls itself; one row, as old as they are. Backups and the folder of the company name
/// the same.
/// </summary>
public sealed class CompanyIdentity
{
    public const int Only = 1;

    public int Id { get; private set; } = Only;

    /// <summary>Random, 32 hexadecimal digits.</summary>
    public string Company { get; private set; } = "";
}
