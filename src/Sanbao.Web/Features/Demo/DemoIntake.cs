using Sanbao.Domain.Charters;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Demo;

/// <summary>What is written down of a call: by which channel it came, who called, how urgent it is.</summary>
internal static class DemoIntake
{
    private static readonly Channel[] Channels =
    [
        Channel.Phone, Channel.Phone, Channel.Phone, Channel.Phone, Channel.Web, Channel.Qr, Channel.Email, Channel.Engineer,
        Channel.Dealer,
    ];

    public static Intake Of(DemoCall call, RequestCategory category, string text, Component? component, Dice dice) => new()
    {
        Channel = dice.Of(Channels), Category = category, Unit = call.Unit.Unit, CustomerName = call.Unit.Owner.Customer.Name,
        CustomerPhone = call.Unit.Owner.Customer.Phone, ReporterName = call.Unit.Owner.Reporter,
        ReporterPhone = call.Unit.Owner.ReporterPhone, ComponentId = component?.Id, ComponentName = component?.Name,
        RegionCode = call.Unit.Owner.Place.Code,
        Contract = call.Unit.Owner.Contract, ReportedAt = call.ReportedAt,
        Priority = dice.Chance(6) ? Priority.Urgent : dice.Chance(12) ? Priority.High : Priority.Normal, Description = text,
    };
}
