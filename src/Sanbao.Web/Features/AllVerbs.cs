using Sanbao.Web.Features.Accounts;
using Sanbao.Web.Features.Backup;
using Sanbao.Web.Features.Demo;
using Sanbao.Web.Features.Import;
using Sanbao.Web.Platform.CommandLine;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features;

/// <summary>Everything the program can be asked to do at a terminal; the first when nothing is said.</summary>
internal static class AllVerbs
{
    public static readonly Verb[] List =
    [
        ServeVerb.Verb,
        ImportVerb.Verb,
        CharterVerb.Check,
        UserVerbs.Create,
        UserVerbs.ResetPassword,
        TokenVerbs.Create,
        TokenVerbs.List,
        TokenVerbs.Revoke,
        DemoVerb.Verb,
        MigrateVerb.Verb,
        BackupVerbs.Backup,
        BackupVerbs.Restore,
        BackupVerbs.Verify,
    ];
}
