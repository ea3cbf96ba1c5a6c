using Microsoft.Extensions.Primitives;
using Sanbao.Data.Journal;

namespace Sanbao.Web.Platform.Forms;

/// <summary>
/// The form that was just posted: what was typed, and what is wrong with it. One per request; empty unless a post is shown again.
/// Fields take their values from here first, so nothing typed is ever lost.
/// </summary>
internal sealed class FormState
{
    public static FormState Empty { get; } = new();

    private Dictionary<string, StringValues> typed = [];

    /// <summary>Which form of the page was posted (<c>&lt;PostForm Name&gt;</c>); null: none.</summary>
    public string? Name { get; private set; }

    public List<FieldError> Errors { get; } = [];

    public Refusal? Refusal { get; set; }

    /// <summary>What others did to the document since the form was opened, where that is why it was refused.</summary>
    public IReadOnlyList<TimelineLine> Meanwhile { get; set; } = [];

    /// <summary>Somebody sent the form; fields that came empty were left empty.</summary>
    public bool IsPosted { get; private set; }

    public void Take(IFormCollection form)
    {
        typed = form.ToDictionary(f => f.Key, f => new StringValues([.. f.Value.Select(v => UnfitCharacters.Without(v ?? ""))]));
        IsPosted = typed.Count > 0;
        Name = Typed(PostForm.NameField);
    }

    /// <summary>Fills a field in for the person, where nothing was typed yet.</summary>
    public void Fill(string field, string? value)
    {
        if (!string.IsNullOrEmpty(value) && string.IsNullOrWhiteSpace(Typed(field))) typed[field] = value;
    }

    /// <summary>Puts another value in the place of what was typed.</summary>
    public void Put(string field, string? value) => typed[field] = value;

    public void Append(string field, string value) => typed[field] = StringValues.Concat(typed.GetValueOrDefault(field), value);

    /// <summary>What was typed into the field; null when the form was not posted or has no such field.</summary>
    public string? Typed(string field) => typed.TryGetValue(field, out var value) ? value.ToString() : null;

    public IEnumerable<FieldError> ErrorsOf(string field) => Errors.Where(e => e.Field == field);

    public IReadOnlyList<string?> AllTyped(string field) => typed.TryGetValue(field, out var values) ? values : [];
}
