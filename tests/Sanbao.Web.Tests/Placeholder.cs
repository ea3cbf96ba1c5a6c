namespace Sanbao.Web.Tests;

public class Placeholder
{
    [Fact] public void Runs() => 1.ShouldBe(1);
}
