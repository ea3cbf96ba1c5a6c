using Sanbao.Domain.Charters;
using Sanbao.Domain.InstalledBase;
using Sanbao.Web.Features.InstalledBase;
using Sanbao.Web.Features.Requests;

namespace Sanbao.Web.Features.TakingIn;

/// <summary>What stands in the form of a call.</summary>
/// <param name="Link">The request this contact belongs to; null: it makes one of its own.</param>
/// <param name="Missing">What the caller says of the unit that was not known so far.</param>
internal sealed record IntakeForm(RequestToOpen Said, Guid? Link, NewCustomer? Customer, NewUnit? Unit, MissingFacts Missing)
{
    /// <summary>What stands before the names of the fields for what is missing.</summary>
    public const string Gap = "gap.";

    /// <summary>Something is said that was not known of a unit on record; whether there is one shows when it is looked up.</summary>
    public bool TellsOfKnownUnit => Unit is null && !Missing.IsEmpty;

    public static IntakeForm Read(FormReader form, FormState state, TimeZoneInfo zone)
    {
        var equipment = form.Id("equipmentId");
        var unit = form.Flag("newUnit") && equipment is null ? NewUnit.Read(form) : null;
        var said = new RequestToOpen
        {
            Channel = form.Choice<Channel>("channel") ?? Channel.Phone, Category = form.Choice<RequestCategory>("category"),
            EquipmentId = equipment, CustomerId = form.Id("customerId"), ComponentId = unit is null ? form.Id("component") : null,
            Serial = form.Text("serial"), Product = form.Text("model"), Contract = form.Text("contract"),
            Customer = new(form.Text("customer.name", 1000), form.Text("customer.phone", 1000)),
            Reporter = new(form.Text("reporter.name", 1000), form.Text("reporter.phone", 1000)),
            RegionCode = RegionOf(state), Zone = form.Choice<Zone>("zone"),
            Priority = form.Choice<Priority>("priority"), Special = form.Flag("special"),
            SpecialReason = form.Text("specialReason", 100_000),
            Description = form.Text("description", 100_000), OccurredOn = form.Date("occurredOn"),
            ReportedAt = form.Instant("reportedAt", zone),
            Direct = form.Text("direct") != "false", Mode = form.Choice<ServiceMode>("mode"), Cause = form.Choice<Cause>("cause"),
        };
        var isNew = form.Flag("newCustomer") && said.CustomerId is null;
        var customer = isNew ? new NewCustomer(said.Customer.Name, said.Customer.Phone, said.Reporter) : null;
        return new(said, form.Id("link"), customer, unit, MissingToSave.Read(form, state, Gap));
    }

    /// <summary>The lists of regions, the nearest first.</summary>
    private static readonly string[] Regions = ["regionCode", "city", "province"];

    /// <summary>The nearest of the three lists that was chosen; null: none.</summary>
    internal static string? RegionOf(FormState state) =>
        Regions.Select(state.Typed).FirstOrDefault(code => !string.IsNullOrWhiteSpace(code))?.Trim();

    /// <summary>Tells the unit what the caller says of it. What cannot be so is told at its field.</summary>
    public void Tell(Equipment unit, DateOnly today, Actor actor, DateTimeOffset now)
    {
        if (Missing.IsEmpty) return;
        Refusal.Throw(actor.May(Permission.EditEquipment) ? null : new("intake.may-not-create"));
        try { unit.Learn(Missing, today, actor, now); }
        catch (FieldErrorsException wrong)
        {
            throw new FieldErrorsException([.. wrong.Errors.Select(e => e with { Field = Gap + e.Field })]);
        }
    }
}

/// <summary>A customer nobody knew before.</summary>
/// <param name="Caller">Becomes its first contact.</param>
internal sealed record NewCustomer(string? Name, string? Phone, RequestToOpen.Person? Caller);

/// <summary>A unit nobody knew before.</summary>
/// <param name="AtFault">Key of the piece of the bill that failed; null: the unit as a whole.</param>
internal sealed record NewUnit(string? Serial, string? Model, UnitDates Dates, PickedPieces? Picked, string? AtFault)
{
    public static NewUnit Read(FormReader form) => new(form.Text("serial"), form.Text("model"), new UnitDates
    {
        ExFactory = form.Date("exFactory"), Delivered = form.Date("delivered"), Sold = form.Date("sold"),
        Commissioned = form.Date("commissioned"),
    }, PickedPieces.Read(form), form.Text("component", 100));
}
