using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Data;
using Sanbao.Data.Accounts;
using Sanbao.Data.Writing;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;
using Sanbao.Web.Platform.Hosting;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Requests;

/// <summary>A service centre in Suzhou on one of the databases, at 23:40 on 2 May 2026, with a motor in its books and a program that may
/// take calls.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sanbao-office-").FullName;

    private Office(string? database, string charter) => App = Sanbao.Web.Platform.Hosting.Site.Build(
        new SiteOptions { DataFolder = folder, Database = database, Demo = DemoWish.No, Charter = charter },
        builder =>
        {
            builder.RunInProcess();
            builder.Services.AddSingleton<TimeProvider>(Clock);
        });

    public WebApplication App { get; }
    public StoppedClock Clock { get; } = new(A.Now);
    public HttpClient Http { get; private set; } = null!;
    public Product Product { get; } = A.Product();
    public Customer Customer { get; } = A.Customer();
    public Equipment Unit { get; private set; } = null!;

    public static TheoryData<Kind> Kinds => TestDatabase.Kinds;

    public static async Task<Office> OpenAsync(Kind kind, PostgresCluster cluster, string charter = "S0")
    {
        var office = new Office(kind is Kind.Postgres ? await cluster.NewBegunAsync() : null, charter);
        if (kind is Kind.Sqlite) await BegunTables.PutIntoAsync(office.folder);
        await office.App.StartAsync(TestContext.Current.CancellationToken);
        office.Unit = A.Unit(office.Product, office.Customer);
        await office.WriteAsync(c =>
        {
            c.Add(office.Customer);
            c.Add(office.Product);
            c.Add(office.Unit);
        });
        office.Http = await office.ClientAsync("liaison");
        return office;
    }

    public T Get<T>() where T : notnull => App.Services.GetRequiredService<T>();

    public ServiceDb Read() => Get<ServiceDatabase>().CreateDbContext();

    public Task WriteAsync(Action<Creation> work) => Get<Writer>().CreateAsync(c => { work(c); return true; });

    public Task ChangeAsync(Func<ServiceDb, Task> work) => Get<Writer>().RunAsync(work);

    /// <summary>One of our people, who signs by this name.</summary>
    public async Task<Guid> HireAsync(string name, string role = "engineer")
    {
        var account = new Account
        {
            Id = Guid.NewGuid(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, Roles = [role],
            CreatedAt = A.Now,
        };
        await ChangeAsync(db => db.AddNotedAsync(account));
        return account.Id;
    }

    /// <summary>A program with a token of its own.</summary>
    public async Task<HttpClient> ClientAsync(string role)
    {
        var (token, secret) = ApiToken.Create("ERP " + role, [role], A.Now);
        await ChangeAsync(db => db.AddNotedAsync(token));
        var client = App.GetTestClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return client;
    }

    public async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(object body, string? key = null)
    {
        using var response = await SendAsync(JsonSerializer.Serialize(body), key);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    public async Task<HttpResponseMessage> SendAsync(string json, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post,
            "/api/v1/requests") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonElement> GetAsync(string path) =>
        await Http.GetFromJsonAsync<JsonElement>("/api/v1" + path, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        // Disposed alone, what works in the background goes on without its services.
        await App.StopAsync(CancellationToken.None);
        await App.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
