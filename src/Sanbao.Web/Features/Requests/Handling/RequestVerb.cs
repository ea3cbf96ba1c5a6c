using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;
using Sanbao.Web.Platform.Api;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>The groups of the menu of actions, in their order.</summary>
public enum VerbGroup { Answer, Work, People, Clocks, Cover, Record, End }

/// <summary>
/// One thing that can be done to a request: at the page <c>/requests/NUMBER/NAME</c>, for programs
/// <c>POST /api/v1/requests/ID/NAME</c>. The same guard disables the button and protects the command.
/// </summary>
public abstract class RequestVerb
{
    /// <summary>A noun, the resource to which a POST adds: <c>replies</c>. Its words are <c>request.verb.NAME</c>.</summary>
    public required string Name { get; init; }
    public required VerbGroup Group { get; init; }
    public required string Icon { get; init; }
    public required Permission Needs { get; init; }
    /// <summary>The key that opens its form on the page of a request; null: none.</summary>
    public string? Key { get; init; }
    /// <summary>The component with its fields.</summary>
    public required Type Form { get; init; }
    public Func<ServiceRequest, Charter, Refusal?> WhyNot { get; init; } = (request, _) => request.WhyNotWork();
    /// <summary>Not for a dealer's or customer's people.</summary>
    public bool OwnPeople { get; init; }

    public virtual bool TakesFiles => false;

    public bool IsFor(Actor actor) => actor.May(Needs) && (!OwnPeople || actor.SeesCompany);

    internal abstract void Map(RouteGroupBuilder pages, RouteGroupBuilder api);
}

/// <summary>A verb and what is posted to it; the same command from the form and from JSON.</summary>
internal sealed class RequestVerb<TCommand> : RequestVerb where TCommand : class
{
    public required Func<FormReader, TimeZoneInfo, TCommand> Read { get; init; }
    public required Func<RequestWork, TCommand, Task> Run { get; init; }

    internal override void Map(RouteGroupBuilder pages, RouteGroupBuilder api)
    {
        pages.MapGet($"/{{number}}/{Name}", (HttpContext http, string number, RequestDesk desk) => desk.ShowForm(http, number, this)).RequirePermission(Needs);
        pages.MapPost($"/{{number}}/{Name}", (HttpContext http, string number, RequestDesk desk) => desk.Post(http, number, this)).RequirePermission(Needs);
        api.MapPost($"/{{key}}/{Name}", (HttpContext http, string key, RequestDesk desk, PostedBody<TCommand> body) => desk.PostJson(http, key, this, body))
            .RequirePermission(Needs)
            .Takes<TCommand>()
            .Produces<HandledAnswer>()
            .WithTags("requests").WithSummary(Dictionary.Entries[$"request.verb.{Name}"].En).WithDescription(Dictionary.Entries[$"request.verb.{Name}-about"].En);
    }
}
