using Sanbao.Web.Features.Accounts;
using Sanbao.Web.Features.Backup;
using Sanbao.Web.Features.Demo;
using Sanbao.Web.Features.Import;
using Sanbao.Web.Platform.CommandLine;

// The table of contents: what the program can be asked to do. What the site is made of stands in Features/AllFeatures.cs.
return await CommandLine.Run(args,
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
    BackupVerbs.Backup,
    BackupVerbs.Restore,
    BackupVerbs.Verify,
]);
