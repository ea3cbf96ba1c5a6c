using System.IO.Compression;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Logging.Console;
using Sanbao.Data;
using Sanbao.Web.Platform.CommandLine;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Platform.Hosting;

/// <summary>Server, limits, logging, keys.</summary>
internal static class HostingSetup
{
    /// <summary>Bodies are small; a route that takes files raises it with <c>WithMetadata(new
    /// RequestSizeLimitAttribute(bytes))</c>.</summary>
    private const long LargestBody = 2 * 1024 * 1024;

    public static void AddHosting(this WebApplicationBuilder builder, SiteOptions options)
    {
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        // Ten seconds for what is under way, unless the environment says otherwise (DOTNET_shutdownTimeoutSeconds).
        if (builder.Configuration["shutdownTimeoutSeconds"] is null)
            builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        // Whoever reads the log looks for what went wrong; what was done stands in the journal.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Sanbao.Web.Features", LogLevel.Information);
        // A failed start is told by the verb in one sentence, not by a stack trace before it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        // Warns at every new key that it lies unencrypted; it lies in the data folder, like everything it could open.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddConsoleFormatter<BriefLog, ConsoleFormatterOptions>();
        if (builder.Configuration["Logging:Console:FormatterName"] is null)
            builder.Logging.AddConsole(console => console.FormatterName = BriefLog.Formatter);
        builder.AddKeys(options);
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded => Believe(forwarded, options.Proxies));
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "image/svg+xml"];
        });
        // Answers are made once and sent once; the fast level saves most of what the best would.
        builder.Services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        builder.Services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
    }

    /// <summary>
    /// A proxy that ends TLS says in its headers who asks, and that it was by https. This machine is believed by the framework's own
    /// choice, others when they are named.
    /// </summary>
    private static void Believe(ForwardedHeadersOptions forwarded, string? proxies)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.ForwardLimit = null;
        foreach (var network in ProxyAddress.Of(proxies)) forwarded.KnownIPNetworks.Add(network);
    }

    /// <summary>One process keeps its keys in the data folder; nodes share theirs in the database.</summary>
    private static void AddKeys(this WebApplicationBuilder builder, SiteOptions options)
    {
        var keys = builder.Services.AddDataProtection().SetApplicationName("sanbao");
        if (options.Database is null) keys.PersistKeysToFileSystem(new DirectoryInfo(CompanyFolder.KeysIn(options.DataFolder)));
        else builder.Services.AddOptions<KeyManagementOptions>()
            .Configure<ServiceDatabase>((o, database) => o.XmlRepository = new SharedKeys(database));
    }
}
