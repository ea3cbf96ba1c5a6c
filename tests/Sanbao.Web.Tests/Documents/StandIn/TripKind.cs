using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Platform.Forms;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Tests.Documents.StandIn;

internal sealed record TripToTake([Required, MaxLength(200)] string? Reason);

/// <summary>The stand-in as a kind of document.</summary>
internal static class TripKind
{
    public static DocumentKind<Trip> Of { get; } = new()
    {
        Path = "/trips", Kind = "trip", Reads = Permission.ReadRequests, Facts = typeof(TripFacts),
        Charter = (services, _) => CharterOf(services),
        Making = new Making<Trip, TripToTake>((said, services, by, now) => Trip.Apply(said.Reason, CharterOf(services), by, now))
        {
            Needs = Permission.WorkRequests, Form = typeof(TripForm),
        },
        Verbs =
        [
            new Verb<Trip, TripToTake>((work, said) => work.Document.Change(said.Reason, work.By, work.Now))
            {
                Name = "change", Group = VerbGroup.Work, Icon = "edit", Needs = Permission.WorkRequests, Form = typeof(TripForm),
            },
            .. ApprovalVerbs.Of<Trip>(
                Permission.AssignRequests,
                (work, remark) => work.Document.Approve(remark, work.Charter, work.By, work.Now),
                (work, reason) => work.Document.Reject(reason, work.By, work.Now)),
            new AttachVerb<Trip>
            {
                Name = "attachments", Group = VerbGroup.Record, Icon = "paperclip",
                Needs = Permission.WorkRequests, Form = typeof(AttachmentForm),
            },
        ],
        Journal = new Dictionary<string, Telling>
        {
            ["trip.applied"] = new("writing", Body: "reason"), ["trip.changed"] = new("writing", Body: "reason"),
            ["trip.approved"] = new("circle-check", Tone.Good, "remark"), ["trip.rejected"] = new("circle-x", Tone.Bad, "reason"),
        },
    };

    private static Charter CharterOf(IServiceProvider services) => services.GetRequiredService<CharterShelf>().Find("S1", 1);
}
