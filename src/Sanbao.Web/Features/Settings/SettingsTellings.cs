using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Settings;

internal static class SettingsTellings
{
    public static readonly Dictionary<string, Telling> All = new()
    {
        ["settings.created"] = new("settings", Title: ["charter"]),
        ["settings.demo-loaded"] = new("settings"),
        ["settings.begun"] = new("settings", Title: ["name", "charter"]),
        ["settings.changed"] = new("settings", Title: ["name", "charter", "zone"]),
        ["settings.warning-changed"] = new("settings", Title: ["before", "now"]),
    };
}
