using System.Security.Cryptography;
using System.Text;

namespace Sanbao.Web.Features.Demo;

/// <summary>Somebody of the demo company: the name to sign in with, the name in the journal, the role.</summary>
internal sealed record DemoPerson(string UserName, string Name, string Role)
{
    /// <summary>The same on every machine, so that the same demo has the same assignees.</summary>
    public Guid Id { get; } = new(SHA256.HashData(Encoding.UTF8.GetBytes("sanbao-demo/" + UserName))[..16]);

    public Actor Actor => new(Id, Name, [Role], Roles.PermissionsOf([Role]));
}

/// <summary>The people of the demo company; all sign in with <see cref="Password"/>, which stands in the README.</summary>
internal static class DemoPeople
{
    public const string Password = "sanbao-demo";

    public static readonly DemoPerson[] Liaisons = [new("liaison", "王芳", "liaison"), new("liaison2", "刘敏", "liaison")];
    public static readonly DemoPerson[] Engineers =
        [new("engineer", "张伟", "engineer"), new("engineer2", "李强", "engineer"), new("engineer3", "赵磊", "engineer"), new("engineer4", "孙浩", "engineer"), new("engineer5", "何军", "engineer")];
    public static readonly DemoPerson Manager = new("manager", "陈建国", "service-manager");
    public static readonly DemoPerson ProductEngineer = new("product", "周文博", "product-engineer");

    public static readonly DemoPerson[] All =
    [
        .. Liaisons, .. Engineers, Manager, ProductEngineer, new("dispatcher", "吴静", "dispatcher"), new("head", "徐立新", "department-head"),
        new("quality", "高平", "quality"), new("sales", "林涛", "sales"), new("auditor", "沈明", "auditor"), new("admin", "管理员", Roles.Administrator),
    ];
}
