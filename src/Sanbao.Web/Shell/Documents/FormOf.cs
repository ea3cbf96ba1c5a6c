namespace Sanbao.Web.Shell.Documents;

/// <summary>The form by which a document is made: the component with its fields, and what they must hold.</summary>
public abstract class FormOf
{
    public required Type Form { get; init; }

    internal abstract CommandShape Shape { get; }
}
