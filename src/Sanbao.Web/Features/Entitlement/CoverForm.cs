using Sanbao.Domain.Charters;
using Sanbao.Domain.InstalledBase;

namespace Sanbao.Web.Features.Entitlement;

/// <summary>The fields of the page as they stand in its address, so that a judgement can be sent to a colleague as a link.</summary>
internal static class CoverForm
{
    /// <summary>The facts typed so far; whatever does not fit is noted in the state.</summary>
    public static FactsRequest Read(HttpContext http, FormState state, DateOnly today)
    {
        state.Take(new FormCollection(http.Request.Query.Where(q => q.Value.ToString().Length > 0).ToDictionary(q => q.Key, q => q.Value)));
        var form = new FormReader(state);
        var request = new FactsRequest
        {
            Charter = form.Text("charter", 50),
            On = form.Date("on"),
            Product = new(form.Text("line", 50), form.Text("model", 100), null, form.Choice<Source>("source"), form.Date("supplied"),
                form.Number("agreementMonths", 0, 1200)),
            Component = new(null, null, form.Text("class", 50), form.Choice<Source>("componentSource"), form.Date("componentSupplied"),
                form.Number("componentMonths", 0, 1200)),
            Dates = Dates(form),
            Evidence = [.. state.AllTyped("evidence").OfType<string>()],
            Contract = new(form.Text("sector", 50), form.Choice<ContractParty>("party"), form.Number("months", 0, 1200),
                form.Number("stockMonths", 0, 1200)),
            Customer = new(form.Flag("member")),
            Fault = new(form.Choice<Cause>("cause"), form.Flag("batch")),
            History = new(form.Number("failedRepairs", 0, 10_000), null, form.Number("repairDays", 0, 36_500),
                form.Number("partsMissingDays", 0, 36_500), form.Number("repairOverdueDays", 0, 36_500)),
            Usage = new(form.Number("hours"), form.Number("kilometres"), form.Number("cycles")),
            Price = form.Money("price"),
            Wanted = form.Choice<Remedy>("wanted"),
        };
        state.Errors.AddRange(Wrong(request, today));
        return request;
    }

    /// <summary>Days to come may be tried out, contradictions may not.</summary>
    private static IReadOnlyList<FieldError> Wrong(FactsRequest request, DateOnly today)
    {
        var errors = new FieldErrors();
        errors.Day(request.On, "on");
        errors.Day(request.Product?.Supplied, "supplied");
        errors.Day(request.Component?.Supplied, "componentSupplied");
        LifeDates.Check(request.UnitDates, DateOnly.MaxValue, errors);
        LifeDates.CheckFault(request.UnitDates, request.Product?.Supplied, request.On ?? today, "on", errors);
        return errors.Found;
    }

    private static FactsRequest.DatesRequest Dates(FormReader form) => new(
        form.Date("exFactory"), form.Date("shipped"), form.Date("delivered"), form.Date("sold"), form.Date("invoiced"),
            form.Date("received"),
        form.Date("commissioned"), form.Date("accepted"), form.Date("pickedUp"), form.Date("replaced"), form.Date("exchanged"),
            form.Date("paidRepair"));
}
