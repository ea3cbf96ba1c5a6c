using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Requests;

public sealed partial class ServiceRequest
{
    /// <summary>An answer to the customer. The first one keeps the promise to reply.</summary>
    /// <param name="at">When it was given; null: now.</param>
    public void Reply(string text, DateTimeOffset? at, Charter charter, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotWork());
        RequireText(text, "text", Intake.LongestDescription);
        var moment = Happened(at, now, "at");
        notes.Add(new(NoteKind.Reply, text, by, moment, now));
        Answer(moment);
        Record("request.replied", by, now, ("text", text.Trim()), ("at", moment));
        Recompute(charter, now);
        Touch(now);
    }

    /// <summary>Telephone guidance: an answer, and the first rung of the ladder. When it solved the fault, the advice is the
    /// solution.</summary>
    public void Guide(
        string advice, string? spokeWith, GuidanceOutcome outcome, DateTimeOffset? at, Charter charter, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotWork());
        RequireText(advice, "advice", Intake.LongestDescription);
        AllowText(spokeWith, "spokeWith", LongestName);
        var moment = Happened(at, now, "at");
        notes.Add(new(NoteKind.Guidance, advice, by, moment, now) { SpokeWith = spokeWith?.Trim(), Outcome = outcome });
        Try(ServiceMode.Phone);
        Answer(moment);
        Record("request.guided", by, now, ("advice", advice.Trim()), ("spokeWith", spokeWith), ("outcome", outcome), ("at", moment));
        if (outcome is GuidanceOutcome.Solved) Solve(advice, moment);
        Recompute(charter, now);
        Touch(now);
    }

    /// <summary>For the company's own people; allowed on a closed request, too.</summary>
    /// <param name="mentioned">Own people whom the text names; they hear of it.</param>
    public void Note(string text, Actor by, DateTimeOffset now, params ReadOnlySpan<(Guid Id, string Name)> mentioned)
    {
        RequireText(text, "text", Intake.LongestDescription);
        notes.Add(new(NoteKind.Internal, text, by, now, now));
        var names = new List<string>();
        foreach (var (id, name) in mentioned)
        {
            Tell(id, NoticeReason.Mentioned, by, now, text: text);
            names.Add(name);
        }
        Record("request.noted", by, now, ("text", text.Trim()), ("mentioned", names is [] ? null : string.Join("、", names)));
        Touch(now);
    }

    /// <summary>
    /// The same matter was brought up again: the contact is kept here instead of making a second request (D3). It answers nothing and
    /// moves no clock; a closed request takes it, too.
    /// </summary>
    public void AddContact(Channel channel, string? reporter, string? phone, string text, Actor by, DateTimeOffset now)
    {
        RequireText(text, "description", Intake.LongestDescription);
        Record("request.contacted-again", by, now, ("channel", channel), ("reporter", reporter?.Trim()), ("phone", phone?.Trim()),
            ("text", text.Trim()));
        Touch(now);
    }

    public Refusal? WhyNotConfirm() =>
        WhyNotWork() ?? (Direct || ConfirmedAt is not null ? new Refusal("request.already-confirmed") : null);

    /// <summary>Outside information was checked with the customer; <paramref name="finding"/> says what was found.</summary>
    public void Confirm(string finding, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotConfirm());
        RequireText(finding, "finding");
        ConfirmedAt = now;
        Record("request.confirmed", by, now, ("finding", finding.Trim()));
        Touch(now);
    }

    /// <summary>The customer was asked whether the result satisfies (S2).</summary>
    public void AskCustomer(Verdict verdict, string? remark, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotWork());
        AllowText(remark, "remark");
        (Verdict, CustomerAskedAt) = (verdict, now);
        Record("request.customer-asked", by, now, ("verdict", verdict), ("remark", remark));
        Touch(now);
    }

    private void Answer(DateTimeOffset at)
    {
        if (RepliedAt is null || at < RepliedAt) RepliedAt = at;
        Happen(EventKind.Replied, at);
    }
}
