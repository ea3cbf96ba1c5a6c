namespace Sanbao.Web.Shell;

/// <summary>
/// Entries of the menu behind the user's initial, e.g. "change password", "sign out". A feature adds its own:
/// <c>services.AddSingleton(new UserMenuItem(...))</c>.
/// </summary>
/// <param name="Posts">A button that posts, not a link: sign out.</param>
internal sealed record UserMenuItem(string Text, string Path, string Icon, bool Posts = false, bool SignedIn = true);

internal sealed class UserMenu(IEnumerable<UserMenuItem> items)
{
    public IEnumerable<UserMenuItem> Items(Actor actor) => items.Where(i => i.SignedIn == actor.Name.Length > 0);
}
