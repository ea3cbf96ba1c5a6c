using Microsoft.AspNetCore.Components;

namespace Sanbao.Web.Features.Requests.Page.Forms;

/// <summary>The fields of one action's form.</summary>
public abstract class VerbFields : ComponentBase
{
    [Parameter, EditorRequired] public RequestView Of { get; set; } = null!;

    [CascadingParameter] internal FormState? Posted { get; set; }
}
