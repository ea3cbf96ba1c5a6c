using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.AspNetCore.Components;

namespace Sanbao.Web.Platform.Assets;

/// <summary>The built assets: from their names to their hashed addresses.</summary>
internal sealed class Dist(IHostEnvironment environment)
{
    private readonly Lazy<FrozenDictionary<string, string>> manifest = new(() => Read(FolderOf(environment)));

    private readonly ConcurrentDictionary<(string Name, bool Small), MarkupString> icons = new();

    public string Folder => FolderOf(environment);

    /// <summary>The address of an asset, e.g. <c>app.css</c>.</summary>
    public string this[string name] => manifest.Value[name];

    /// <summary>One of Assets/icons.txt, ready to stand in a page.</summary>
    public MarkupString Icon(string name, bool small = false) => icons.GetOrAdd(
        (name, small), icon =>
            new($"<svg class=\"{(icon.Small ? "icon icon-small" : "icon")}\" aria-hidden=\"true\">"
                + $"<use href=\"{this["icons.svg"]}#{icon.Name}\"/></svg>"));

    private static string FolderOf(IHostEnvironment environment) => Path.Combine(environment.ContentRootPath, "wwwroot", "dist");

    private static FrozenDictionary<string, string> Read(string folder)
    {
        using var file = File.OpenRead(Path.Combine(folder, "manifest.json"));
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!.ToFrozenDictionary();
    }
}
