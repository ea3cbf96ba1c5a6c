using System.Collections.Frozen;
using System.Text.Json;

namespace Sanbao.Web.Platform.Assets;

/// <summary>The built assets: from their names to their hashed addresses.</summary>
internal sealed class Dist(IHostEnvironment environment)
{
    private readonly Lazy<FrozenDictionary<string, string>> manifest = new(() => Read(FolderOf(environment)));

    public string Folder => FolderOf(environment);

    /// <summary>The address of an asset, e.g. <c>app.css</c>.</summary>
    public string this[string name] => manifest.Value[name];

    private static string FolderOf(IHostEnvironment environment) => Path.Combine(environment.ContentRootPath, "wwwroot", "dist");

    private static FrozenDictionary<string, string> Read(string folder)
    {
        using var file = File.OpenRead(Path.Combine(folder, "manifest.json"));
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!.ToFrozenDictionary();
    }
}
