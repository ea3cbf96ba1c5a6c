namespace Sanbao.Web.Shell;

/// <summary>One step of the way to a page; the page itself is not among them.</summary>
public sealed record Crumb(string Text, string Path);
