using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Sanbao.Web.Shell.Components;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Tests.Documents.StandIn;

/// <summary>The one field of its forms.</summary>
public sealed class TripForm : ComponentBase
{
    /// <summary>Null: it is made.</summary>
    [Parameter] public DocumentView? Of { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<Field>(0);
        builder.AddAttribute(1, nameof(Field.Name), "reason");
        builder.AddAttribute(2, nameof(Field.Label), "事由");
        builder.CloseComponent();
    }
}

/// <summary>What its page tells of it.</summary>
public sealed class TripFacts : ComponentBase
{
    [Parameter, EditorRequired] public DocumentView Of { get; set; } = null!;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "p");
        builder.AddContent(1, $"出差事由：{((ViewOf<Trip>)Of).Of.Reason}");
        builder.CloseElement();
    }
}
