namespace Sanbao.Domain.Kernel;

/// <summary>
/// What a person says about a document when making or changing it. The names of the fields are those of the interface and of the forms, and
/// the rules about them stand here alone.
/// </summary>
public abstract record Details
{
    /// <summary>Notes what cannot be so, each at its field.</summary>
    public abstract void Check(FieldErrors errors);

    /// <summary>Field errors for what cannot be so.</summary>
    public void Check()
    {
        var errors = new FieldErrors();
        Check(errors);
        errors.Throw();
    }
}

public static class SaidTexts
{
    /// <summary>Without blanks around it; null where nothing was said.</summary>
    public static string? Said(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
