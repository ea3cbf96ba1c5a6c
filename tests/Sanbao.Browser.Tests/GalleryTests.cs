namespace Sanbao.Browser.Tests;

/// <summary>Every component in every state, looked at in both languages, both colours, wide and narrow.</summary>
public class GalleryTests(RunningSite site)
{
    [Theory]
    [InlineData(1440, false, false)]
    [InlineData(1440, true, true)]
    [InlineData(390, false, true)]
    [InlineData(390, true, false)]
    public async Task The_components_fit_and_nothing_complains(int width, bool english, bool dark)
    {
        await using var visit = await site.Visit(new(width, english, dark));
        await visit.Open("/dev/gallery");
        await visit.Picture("gallery");
        await visit.ShouldFit();
        visit.ShouldBeCalm();
    }
}
