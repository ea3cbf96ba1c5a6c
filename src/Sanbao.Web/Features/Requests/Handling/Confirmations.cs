using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>Outside information was checked with the customer (S0).</summary>
internal sealed record ConfirmInformation(string? Finding)
{
    public static ConfirmInformation Read(FormReader form) => new(form.NeededText("finding", 1000));

    public static Task Run(RequestWork work, ConfirmInformation confirmation)
    {
        work.Request.Confirm(confirmation.Finding ?? "", work.By, work.Now);
        return Task.CompletedTask;
    }
}

/// <summary>The customer was asked whether the result satisfies (S2).</summary>
internal sealed record AskCustomer(Verdict? Verdict, string? Remark)
{
    public static AskCustomer Read(FormReader form) => new(form.NeededChoice<Verdict>("verdict"), form.Text("remark", 1000));

    public static Task Run(RequestWork work, AskCustomer asked)
    {
        var errors = new FieldErrors();
        errors.When(asked.Verdict is null, "verdict", "field.required");
        errors.Text(asked.Remark, "remark", 1000);
        errors.Throw();
        work.Request.AskCustomer(asked.Verdict!.Value, asked.Remark, work.By, work.Now);
        return Task.CompletedTask;
    }
}

/// <summary>Somebody looked whether the result holds (S4).</summary>
internal sealed record VerifyResult(string? Finding)
{
    public static VerifyResult Read(FormReader form) => new(form.NeededText("finding", 1000));

    public static Task Run(RequestWork work, VerifyResult verified)
    {
        work.Request.VerifyResult(verified.Finding ?? "", work.By, work.Now);
        return Task.CompletedTask;
    }
}
