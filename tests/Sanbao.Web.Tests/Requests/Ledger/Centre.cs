using System.Text.Encodings.Web;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;
using Sanbao.Web.Platform.Access;
using Sanbao.Web.Platform.Hosting;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Requests.Ledger;

/// <summary>A service centre on charter S0 whose clock the test moves and in which the test says who looks.</summary>
internal sealed class Centre : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sanbao-centre-").FullName;

    private Centre(string? database) => App = Sanbao.Web.Platform.Hosting.Site.Build(
        new SiteOptions { DataFolder = folder, Database = database, Demo = DemoWish.No, Charter = "S0" },
        builder =>
        {
            builder.RunInProcess();
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, AsTheTestSays>(AsTheTestSays.Name, null);
            builder.Services.PostConfigure<AuthenticationOptions>(o =>
                o.DefaultAuthenticateScheme = o.DefaultScheme = o.DefaultChallengeScheme = AsTheTestSays.Name);
        });

    public WebApplication App { get; }
    public StoppedClock Clock { get; } = new(A.Now);
    public DateTimeOffset Now => Clock.GetUtcNow();

    public static async Task<Centre> OpenAsync(Kind kind, PostgresCluster cluster) =>
        await OpenOnAsync(kind is Kind.Postgres ? await cluster.NewBegunAsync() : null);

    /// <summary>One node more on a database that is there.</summary>
    public static async Task<Centre> OpenOnAsync(string? database)
    {
        var centre = new Centre(database);
        if (database is null) await BegunTables.PutIntoAsync(centre.folder);
        await centre.App.StartAsync(TestContext.Current.CancellationToken);
        return centre;
    }

    public T Get<T>() where T : notnull => App.Services.GetRequiredService<T>();

    public Charter Charter => Get<CharterShelf>().Find("S0", 1);

    public ServiceDb Read() => Get<ServiceDatabase>().CreateDbContext();

    /// <summary>Takes a contact in; S0 owes a reply within two hours of the report.</summary>
    public async Task<ServiceRequest> TakeInAsync(string description = "轴承异响，停机", Func<Intake, Intake>? with = null, Actor? by = null)
    {
        var intake = new Intake
        {
            Channel = Channel.Phone, Category = RequestCategory.Fault, Description = description, CustomerName = "苏州轨道交通",
            CustomerPhone = "138 1234 5678", RegionCode = "320505", ReportedAt = Now,
        };
        var request = ServiceRequest.Open(with?.Invoke(intake) ?? intake, Charter, judged: null, by ?? A.Clerk, Now);
        await Get<Writer>().CreateAsync(creation => { creation.Add(request, 2026); return true; });
        return request;
    }

    /// <summary>Works on a request as a page would: load, one verb, one save.</summary>
    public Task WorkAsync(string number, Action<ServiceRequest> verb) => Get<Writer>().RunAsync(async db =>
        verb((await db.Requests.Where(r => r.Number == number).FirstForWorkAsync(db))!));

    public HttpClient ClientOf(string role, Guid? id = null, string language = "zh-Hans")
    {
        var client = App.GetTestClient();
        client.DefaultRequestHeaders.Add(AsTheTestSays.Header, $"{role} {id ?? A.Clerk.Id}");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    public async Task<IHtmlDocument> PageAsync(string path, string role = "liaison", Guid? id = null, string language = "zh-Hans")
    {
        using var client = ClientOf(role, id, language);
        var html = await client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return new HtmlParser().ParseDocument(html);
    }

    public async ValueTask DisposeAsync()
    {
        // Disposed alone, what works in the background goes on without its services.
        await App.StopAsync(CancellationToken.None);
        await App.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private sealed class AsTheTestSays(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        public const string Name = "as-the-test-says", Header = "X-Actor";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers[Header].ToString().Split(' ') is not [var role, var id])
                return Task.FromResult(AuthenticateResult.NoResult());
            var actor = new Actor(Guid.Parse(id), "王芳", [role], Roles.PermissionsOf([role]));
            return Task.FromResult(AuthenticateResult.Success(new(new(actor.ToIdentity(Name)), Name)));
        }
    }
}
