using Sanbao.Web.Features.Requests.Page.Forms;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>Everything that can be done to a request, in the order of its menu.</summary>
internal static class RequestVerbs
{
    public static readonly RequestVerb[] All =
    [
        new RequestVerb<ReplyToRequest>
        {
            Name = "replies", Key = "r", Group = VerbGroup.Answer, Icon = "message", Needs = Permission.WorkRequests, Form = typeof(ReplyForm),
            Read = ReplyToRequest.Read, Run = ReplyToRequest.Run,
        },
        new RequestVerb<GuideByPhone>
        {
            Name = "guidance", Key = "p", Group = VerbGroup.Answer, Icon = "headset", Needs = Permission.WorkRequests, Form = typeof(GuidanceForm),
            Read = GuideByPhone.Read, Run = GuideByPhone.Run,
        },
        new RequestVerb<ConfirmInformation>
        {
            Name = "confirmation", Group = VerbGroup.Answer, Icon = "phone-call", Needs = Permission.WorkRequests, Form = typeof(ConfirmationForm),
            WhyNot = (request, _) => request.WhyNotConfirm(), Read = (form, _) => ConfirmInformation.Read(form), Run = ConfirmInformation.Run,
        },
        new RequestVerb<ChooseMode>
        {
            Name = "mode", Key = "m", Group = VerbGroup.Work, Icon = "tool", Needs = Permission.WorkRequests, Form = typeof(ModeForm),
            Read = (form, _) => ChooseMode.Read(form), Run = ChooseMode.Run,
        },
        new RequestVerb<PlanVisit>
        {
            Name = "visits", Key = "v", Group = VerbGroup.Work, Icon = "calendar-event", Needs = Permission.WorkRequests, Form = typeof(VisitForm),
            Read = PlanVisit.Read, Run = PlanVisit.Run,
        },
        new RequestVerb<RecordStep>
        {
            Name = "steps", Key = "e", Group = VerbGroup.Work, Icon = "map-pin", Needs = Permission.WorkRequests, Form = typeof(StepForm),
            Read = RecordStep.Read, Run = RecordStep.Run,
        },
        new RequestVerb<RecordSolution>
        {
            Name = "solution", Key = "s", Group = VerbGroup.Work, Icon = "clipboard-check", Needs = Permission.WorkRequests, Form = typeof(SolutionForm),
            Read = RecordSolution.Read, Run = RecordSolution.Run,
        },
        new RequestVerb<AssignRequest>
        {
            Name = "assignment", Key = "a", Group = VerbGroup.People, Icon = "user-plus", Needs = Permission.AssignRequests, Form = typeof(AssignmentForm),
            OwnPeople = true, Read = (form, _) => AssignRequest.Read(form), Run = AssignRequest.Run,
        },
        new RequestVerb<TakeRequest>
        {
            Name = "taking", Key = "t", Group = VerbGroup.People, Icon = "user-circle", Needs = Permission.WorkRequests, Form = typeof(TakingForm),
            OwnPeople = true, Read = (form, _) => TakeRequest.Read(form), Run = TakeRequest.Run,
        },
        new RequestVerb<PauseClocks>
        {
            Name = "pauses", Group = VerbGroup.Clocks, Icon = "player-pause", Needs = Permission.WorkRequests, Form = typeof(PauseForm),
            OwnPeople = true, Read = (form, _) => PauseClocks.Read(form), Run = PauseClocks.Run,
        },
        new RequestVerb<ResumeClocks>
        {
            Name = "resumptions", Group = VerbGroup.Clocks, Icon = "player-play", Needs = Permission.WorkRequests, Form = typeof(ResumptionForm),
            OwnPeople = true, WhyNot = (request, _) => request.WhyNotResume(), Read = (form, _) => ResumeClocks.Read(form), Run = ResumeClocks.Run,
        },
        new RequestVerb<ChangePriority>
        {
            Name = "priority", Group = VerbGroup.Clocks, Icon = "flag", Needs = Permission.AssignRequests, Form = typeof(PriorityForm),
            OwnPeople = true, Read = (form, _) => ChangePriority.Read(form), Run = ChangePriority.Run,
        },
        new RequestVerb<DeclareSpecial>
        {
            Name = "special", Group = VerbGroup.Clocks, Icon = "urgent", Needs = Permission.AssignRequests, Form = typeof(SpecialForm),
            OwnPeople = true, WhyNot = (request, _) => request.WhyNotDeclareSpecial(), Read = (form, _) => DeclareSpecial.Read(form), Run = DeclareSpecial.Run,
        },
        new RequestVerb<RecordCause>
        {
            Name = "cause", Group = VerbGroup.Cover, Icon = "search", Needs = Permission.WorkRequests, Form = typeof(CauseForm),
            OwnPeople = true, WhyNot = (request, _) => request.WhyNotJudgeFinally(), Read = (form, _) => RecordCause.Read(form), Run = RecordCause.Run,
        },
        new RequestVerb<RelinkUnit>
        {
            Name = "equipment", Group = VerbGroup.Cover, Icon = "unlink", Needs = Permission.WorkRequests, Form = typeof(RelinkForm),
            Read = (form, _) => RelinkUnit.Read(form), Run = RelinkUnit.Run,
        },
        new RequestVerb<GiveGoodwill>
        {
            Name = "goodwill", Group = VerbGroup.Cover, Icon = "coin-yuan", Needs = Permission.EditCharters, Form = typeof(GoodwillForm),
            OwnPeople = true, WhyNot = (request, _) => request.WhyNotGiveGoodwill(), Read = (form, _) => GiveGoodwill.Read(form), Run = GiveGoodwill.Run,
        },
        new RequestVerb<NoteRequest>
        {
            Name = "notes", Key = "i", Group = VerbGroup.Record, Icon = "writing", Needs = Permission.WorkRequests, Form = typeof(NoteForm),
            OwnPeople = true, WhyNot = (_, _) => null, Read = (form, _) => NoteRequest.Read(form), Run = NoteRequest.Run,
        },
        new AttachVerb
        {
            Name = "attachments", Group = VerbGroup.Record, Icon = "paperclip", Needs = Permission.WorkRequests, Form = typeof(AttachmentForm),
            WhyNot = (_, _) => null,
        },
        new RequestVerb<LinkDuplicate>
        {
            Name = "duplicate", Group = VerbGroup.Record, Icon = "link", Needs = Permission.WorkRequests, Form = typeof(DuplicateForm),
            WhyNot = (_, _) => null, Read = (form, _) => LinkDuplicate.Read(form), Run = LinkDuplicate.Run,
        },
        new RequestVerb<AskCustomer>
        {
            Name = "verdict", Key = "q", Group = VerbGroup.End, Icon = "star", Needs = Permission.WorkRequests, Form = typeof(VerdictForm),
            OwnPeople = true, Read = (form, _) => AskCustomer.Read(form), Run = AskCustomer.Run,
        },
        new RequestVerb<VerifyResult>
        {
            Name = "verification", Group = VerbGroup.End, Icon = "checklist", Needs = Permission.WorkRequests, Form = typeof(VerificationForm),
            OwnPeople = true, Read = (form, _) => VerifyResult.Read(form), Run = VerifyResult.Run,
        },
        new RequestVerb<CloseRequest>
        {
            Name = "closing", Key = "c", Group = VerbGroup.End, Icon = "lock", Needs = Permission.CloseRequests, Form = typeof(ClosingForm),
            WhyNot = (request, charter) => request.WhyNotClose(charter), Read = (form, _) => CloseRequest.Read(form), Run = CloseRequest.Run,
        },
        new RequestVerb<ReopenRequest>
        {
            Name = "reopening", Key = "c", Group = VerbGroup.End, Icon = "rotate", Needs = Permission.CloseRequests, Form = typeof(ReopeningForm),
            WhyNot = (request, _) => request.WhyNotReopen(), Read = (form, _) => ReopenRequest.Read(form), Run = ReopenRequest.Run,
        },
    ];

    public static RequestVerb Of(string name) => All.Single(v => v.Name == name);
}
