namespace Sanbao.Web.Platform.CommandLine;

/// <summary>What <c>--urls</c> takes: addresses parted by semicolons.</summary>
internal static class ListenAddress
{
    public static Refusal? WhyNot(string urls) =>
        Array.Find(urls.Split(';'), url => !IsWellFormed(url)) is { } wrong ? new("cli.urls.malformed", wrong) : null;

    private static bool IsWellFormed(string url)
    {
        try
        {
            // As the server itself reads them: http://*:8080 is one, too.
            return BindingAddress.Parse(url) is { Port: >= 0 and <= 65535, PathBase: "" };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
