using Sanbao.Web.Features.Accounts;
using Sanbao.Web.Features.Approvals;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Features.Customers;
using Sanbao.Web.Features.Demo;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Features.Due;
using Sanbao.Web.Features.Entitlement;
using Sanbao.Web.Features.Home;
using Sanbao.Web.Features.Import;
using Sanbao.Web.Features.InstalledBase;
using Sanbao.Web.Features.Lists;
using Sanbao.Web.Features.TakingIn;
using Sanbao.Web.Features.Promises;
using Sanbao.Web.Features.Requests;
using Sanbao.Web.Features.Requests.Ledger;
using Sanbao.Web.Features.Requests.Visits;
using Sanbao.Web.Features.Search;
using Sanbao.Web.Features.Settings;

namespace Sanbao.Web.Features;

/// <summary>Everything the site is made of, in the order of the menu.</summary>
internal static class AllFeatures
{
    public static readonly Feature[] List =
    [
        new HomeFeature(),
        new IntakeFeature(),
        new LedgerFeature(),
        new DueFeature(),
        new VisitsFeature(),
        new ApprovalsFeature(),
        new SearchFeature(),
        new InstalledBaseFeature(),
        new CustomersFeature(),
        new ChartersFeature(),
        new EntitlementFeature(),
        new PromisesFeature(),
        new RequestsFeature(),
        new ImportFeature(),
        new SettingsFeature(),
        new ListsFeature(),
        new AccountsFeature(),
        new RequestPageFeature(),
        new DocumentsFeature(),
        new DemoFeature(),
    ];
}
