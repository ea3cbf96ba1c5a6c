using Microsoft.Playwright;

namespace Sanbao.Browser.Tests;

/// <summary>
/// One visitor's window. Errors that the browser reports (script, content security policy, missing files) are collected; a journey
/// ends with <see cref="ShouldBeCalm"/>.
/// </summary>
public sealed class Visit : IAsyncDisposable
{
    private static readonly string Pictures = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../screenshots"));

    /// <summary>Somebody wants to look. No test looks at a picture, and drawing three hundred takes a third of their time.</summary>
    private static readonly bool Wanted = Environment.GetEnvironmentVariable("SANBAO_PICTURES") is "1";

    private readonly IBrowserContext context;
    private readonly Window window;
    private readonly List<string> complaints = [];

    internal Visit(IBrowserContext context, IPage page, Window window)
    {
        (this.context, Page, this.window) = (context, page, window);
        Hear(page);
    }

    public IPage Page { get; }

    public async Task<Visit> Open(string path)
    {
        await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        return this;
    }

    /// <summary>One tab more beside the first, in the same window.</summary>
    public async Task<IPage> Tab(string path)
    {
        var tab = await context.NewPageAsync();
        Hear(tab);
        await tab.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        return tab;
    }

    public async Task SignIn(string login, string password = "sanbao-demo")
    {
        await Open("/sign-in");
        await Page.Locator("#login").FillAsync(login);
        await Page.Locator("#password").FillAsync(password);
        await Page.Locator("#password").PressAsync("Enter");
        await Page.Locator(".drop-title").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Types into a field by its label.</summary>
    public Task Fill(string label, string text) => Page.GetByLabel(label, new() { Exact = false }).First.FillAsync(text);

    /// <summary>Clicks a button or link by its words.</summary>
    public Task Press(string name) =>
        Page.GetByRole(AriaRole.Button, new() { Name = name }).Or(Page.GetByRole(AriaRole.Link, new() { Name = name })).First.ClickAsync();

    public Task ShouldSee(string text) => Assertions.Expect(Page.GetByText(text).First).ToBeVisibleAsync();

    /// <summary>Keeps the whole page as artifacts/screenshots/NAME-1440.png, where SANBAO_PICTURES is 1.</summary>
    public Task Picture(string name) => Keep(name, whole: true);

    /// <summary>Keeps what is seen without scrolling.</summary>
    public Task FirstSight(string name) => Keep(name, whole: false);

    private async Task Keep(string name, bool whole)
    {
        if (!Wanted) return;
        Directory.CreateDirectory(Pictures);
        var kind = $"{window.Width}{(window.English ? "-en" : "")}{(window.Dark ? "-dark" : "")}";
        await Page.ScreenshotAsync(new()
        {
            Path = Path.Combine(Pictures, $"{name}-{kind}.png"), FullPage = whole, Animations = ScreenshotAnimations.Disabled,
            // Drawing a long page on a busy machine is slow, and nothing of ours.
            Timeout = 120_000,
        });
    }

    public void ShouldBeCalm() => complaints.ShouldBeEmpty();

    /// <summary>Nothing sticks out at the side: a phone never scrolls sideways.</summary>
    public async Task ShouldFit() =>
        (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);

    // A browser that no longer answers is the failure of this visit, not the end of all that wait behind it.
    public async ValueTask DisposeAsync() => await context.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));

    private void Hear(IPage page)
    {
        page.Console += (_, message) => { if (message.Type is "error" or "warning") complaints.Add(message.Text); };
        page.PageError += (_, error) => complaints.Add(error);
    }
}
