namespace Sanbao.Web.Shell.Components;

/// <summary>One record that fits what was typed into a <c>SearchField</c>.</summary>
/// <param name="Value">What is put into the field when it is chosen.</param>
public sealed record SearchHit(string Value, string Text, string Sub, string Icon);
