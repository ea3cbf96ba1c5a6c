using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;
using Sanbao.Web.Features.InstalledBase;
using Sanbao.Web.Features.Requests;

namespace Sanbao.Web.Features.TakingIn;

/// <summary>Makes the customer and the unit that a caller is the first to mention; they are written in one commit with the
/// request.</summary>
internal static class BringRecords
{
    /// <summary>Null: the form asks for neither.</summary>
    public static async Task<Brought?> RunAsync(ServiceDb db, IntakeForm form, DateOnly today, Actor actor, DateTimeOffset now,
        CancellationToken cancel)
    {
        if (form.Customer is null && form.Unit is null) return null;
        Refusal.Throw(actor.May(Permission.EditEquipment) ? null : new("intake.may-not-create"));
        var customer = form.Customer is { } asked ? await CustomerAsync(db, asked, actor, now, cancel) : null;
        var owner = customer ?? await KnownCustomerAsync(db, form, actor, cancel);
        if (form.Unit is not { } said) return new(customer, null);
        var (unit, atFault) = await UnitAsync(db, said, owner, today, actor, now, cancel);
        form.Tell(unit, today, actor, now);
        return new(customer, unit, atFault);
    }

    private static async Task<Customer> CustomerAsync(ServiceDb db, NewCustomer said, Actor actor, DateTimeOffset now,
        CancellationToken cancel)
    {
        var name = TextKey.Name(said.Name);
        var named = name.Length == 0 ? [] : await db.Customers.Where(c => c.NameKey == name).Select(c => c.Phone).ToListAsync(cancel);
        var phone = string.IsNullOrWhiteSpace(said.Phone) ? said.Caller?.Phone : said.Phone;
        if (named.Exists(known => Telephones.Same(known, phone))) throw new FieldErrorsException([new("customer.name", "customer.known")]);
        var customer = At("customer.", () => Customer.Create(new() { Name = said.Name ?? "", Phone = phone }, actor, now));
        var caller = string.IsNullOrWhiteSpace(said.Caller?.Name) ? customer.Name : said.Caller.Name;
        // Who calls for himself is the customer.
        if (TextKey.Name(caller) != name || !Telephones.Same(said.Caller?.Phone, phone))
            At("reporter.", () => customer.AddContact(caller, said.Caller?.Phone, null, null, actor, now));
        return customer;
    }

    private static async Task<Customer?> KnownCustomerAsync(ServiceDb db, IntakeForm form, Actor actor, CancellationToken cancel) =>
        form.Said.CustomerId is { } id
            ? await db.CustomersKnownBy(c => c.Id == id).AsNoTracking().VisibleTo(actor).FirstOrDefaultAsync(cancel)
            : null;

    private static async Task<(Equipment, Component?)> UnitAsync(
        ServiceDb db, NewUnit said, Customer? owner, DateOnly today, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        var key = TextKey.Serial(said.Model);
        var product = await BillQueries.FindAsync(db, said.Model, cancel);
        errors.When(key.Length == 0, "model", "field.required");
        errors.When(key.Length > 0 && product is null, "model", "model.unknown", said.Model ?? "");
        errors.Text(said.Serial, "serial", 100, required: true);
        errors.Throw();
        var unit = Equipment.Create(
            new() { Serial = said.Serial ?? "", ProductId = product!.Id, Dates = said.Dates, CustomerId = owner?.Id,
                DealerId = actor.Dealer }, today, actor, now);
        unit.Know(product, owner);
        var pieces = BeginWithBill.Add(unit, product, said.Picked, actor, now);
        if (said.AtFault is null) return (unit, null);
        return (unit, pieces.GetValueOrDefault(said.AtFault) ?? throw new FieldErrorsException([new("component", "component.unknown")]));
    }

    /// <summary>The page calls the fields of customer and caller by other names than the customer's own page does.</summary>
    private static T At<T>(string before, Func<T> make)
    {
        try { return make(); }
        catch (FieldErrorsException wrong)
        {
            throw new FieldErrorsException([.. wrong.Errors.Select(e => e with { Field = before + FieldOf(e.Field) })]);
        }
    }

    private static string FieldOf(string field) => field switch
    {
        "contactName" => "name",
        "contactPhone" => "phone",
        _ => field,
    };
}
