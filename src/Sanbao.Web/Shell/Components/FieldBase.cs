using Microsoft.AspNetCore.Components;

namespace Sanbao.Web.Shell.Components;

/// <summary>What all fields share: name, label, hint, the errors at the field, and what was typed before what is stored.</summary>
public abstract class FieldBase : ComponentBase
{
    [CascadingParameter] internal FormState? State { get; set; }

    /// <summary>What the command of this form must hold; null: the form says it itself.</summary>
    [CascadingParameter] internal CommandShape? Shape { get; set; }

    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public string? Hint { get; set; }

    /// <summary>Marks the field; the check itself is the command's, or the reader's (<c>NeededText</c>).</summary>
    [Parameter] public bool Needed { get; set; }

    /// <summary>Takes the whole row of a grid of fields.</summary>
    [Parameter] public bool Wide { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public bool Autofocus { get; set; }

    /// <summary>Further attributes of the input itself: placeholder, inputmode, hx-get ...</summary>
    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? More { get; set; }

    protected override void OnParametersSet() => Needed |= Shape?[Name]?.Needed == true;

    internal string Id => State?.Name is { } form ? $"{form}-{Name}" : Name;

    /// <summary>The cursor goes to the first field that is wrong; where none is, to the one that is filled in first.</summary>
    internal bool Focused => State is { Errors: [var first, ..] } ? first.Field == Name : Autofocus;

    internal bool Wrong => State?.ErrorsOf(Name).Any() == true;

    internal string? DescribedBy =>
        string.Join(' ', new[] { Hint is null ? null : $"{Id}-hint", Wrong ? $"{Id}-error" : null }.OfType<string>()) is { Length: > 0 } ids
        ? ids : null;

    /// <summary>What is wrong, in words that fit the kind of field.</summary>
    internal virtual string Told(FieldError error, Words words) => words.Say(error);

    /// <summary>What was typed or filled in for the person, else what is stored.</summary>
    internal string? Shown(string? stored) => State?.Typed(Name) ?? (State?.IsPosted == true ? "" : stored);
}
