using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Sanbao.Web.Shell;

/// <summary>A component as an answer: a page (its root is <c>Page</c> or <c>PrintPage</c>), or a fragment for htmx.</summary>
internal static class View
{
    /// <param name="parameters">An anonymous object: <c>new { Customer = c }</c>.</param>
    public static RazorComponentResult Of<TComponent>(object? parameters = null) where TComponent : IComponent =>
        new(typeof(TComponent), parameters ?? new { }) { PreventStreamingRendering = true };
}
