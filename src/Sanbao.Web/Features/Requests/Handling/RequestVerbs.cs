using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Features.Requests.Page.Forms;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>Everything that can be done to a request, in the order of its menu.</summary>
internal static class RequestVerbs
{
    public static readonly Verb<ServiceRequest>[] All =
    [
        new Verb<ServiceRequest, ReplyToRequest>(ReplyToRequest.Run)
        {
            Name = "replies", Key = "r", Group = VerbGroup.Answer,
            Icon = "message", Needs = Permission.WorkRequests, Form = typeof(ReplyForm),
            Adds = true,
        },
        new Verb<ServiceRequest, GuideByPhone>(GuideByPhone.Run)
        {
            Name = "guidance", Key = "p", Group = VerbGroup.Answer,
            Icon = "headset", Needs = Permission.WorkRequests, Form = typeof(GuidanceForm),
            Adds = true,
        },
        new Verb<ServiceRequest, ConfirmInformation>(ConfirmInformation.Run)
        {
            Name = "confirmation", Key = "o", Group = VerbGroup.Answer,
            Icon = "phone-call", Needs = Permission.WorkRequests, Form = typeof(ConfirmationForm),
            Guard = (request, _) => request.WhyNotConfirm(),
        },
        new Verb<ServiceRequest, ChooseMode>(ChooseMode.Run)
        {
            Name = "mode", Key = "m", Group = VerbGroup.Work,
            Icon = "tool", Needs = Permission.WorkRequests, Form = typeof(ModeForm),
        },
        new Verb<ServiceRequest, PlanVisit>(PlanVisit.Run)
        {
            Name = "visits", Key = "v", Group = VerbGroup.Work,
            Icon = "calendar-event", Needs = Permission.WorkRequests, Form = typeof(VisitForm),
        },
        new Verb<ServiceRequest, Depart>(Depart.Run)
        {
            Name = "departure", Group = VerbGroup.Work,
            Icon = "truck", Needs = Permission.WorkRequests, Form = typeof(MomentForm),
            AtOnce = true, Adds = true, Guard = (request, _) => request.WhyNotDepart(),
        },
        new Verb<ServiceRequest, Arrive>(Arrive.Run)
        {
            Name = "arrival", Group = VerbGroup.Work,
            Icon = "map-pin", Needs = Permission.WorkRequests, Form = typeof(MomentForm),
            AtOnce = true, Adds = true, Guard = (request, _) => request.WhyNotArrive(),
        },
        new Verb<ServiceRequest, FinishVisit>(FinishVisit.Run)
        {
            Name = "completion", Group = VerbGroup.Work,
            Icon = "check", Needs = Permission.WorkRequests, Form = typeof(MomentForm),
            AtOnce = true, Adds = true, Guard = (request, _) => request.WhyNotFinishVisit(),
        },
        new Verb<ServiceRequest, RecordStep>(RecordStep.Run)
        {
            Name = "steps", Key = "e", Group = VerbGroup.Work,
            Icon = "route", Needs = Permission.WorkRequests, Form = typeof(StepForm),
            Adds = true,
        },
        new Verb<ServiceRequest, RecordSolution>(RecordSolution.Run)
        {
            Name = "solution", Key = "s", Group = VerbGroup.Work,
            Icon = "clipboard-check", Needs = Permission.WorkRequests, Form = typeof(SolutionForm),
            WithFiles = true,
        },
        new Verb<ServiceRequest, AssignRequest>(AssignRequest.Run)
        {
            Name = "assignment", Key = "a", Group = VerbGroup.People,
            Icon = "user-plus", Needs = Permission.AssignRequests, Form = typeof(AssignmentForm),
            OwnPeople = true,
            Several = new((request, given) => given.AssigneeId is { } to && request.AssigneeId == to, request => request.Assignee!),
        },
        new Verb<ServiceRequest, TakeRequest>(TakeRequest.Run)
        {
            Name = "taking", Key = "t", Group = VerbGroup.People,
            Icon = "user-circle", Needs = Permission.WorkRequests, Form = typeof(TakingForm),
            OwnPeople = true, AtOnce = true,
        },
        new Verb<ServiceRequest, PauseClocks>(PauseClocks.Run)
        {
            Name = "pauses", Key = "w", Group = VerbGroup.Clocks,
            Icon = "player-pause", Needs = Permission.WorkRequests, Form = typeof(PauseForm),
            OwnPeople = true,
        },
        new Verb<ServiceRequest, ResumeClocks>(ResumeClocks.Run)
        {
            Name = "resumptions", Key = "w", Group = VerbGroup.Clocks,
            Icon = "player-play", Needs = Permission.WorkRequests, Form = typeof(ResumptionForm),
            OwnPeople = true, Guard = (request, _) => request.WhyNotResume(),
        },
        new Verb<ServiceRequest, ChangePriority>(ChangePriority.Run)
        {
            Name = "priority", Key = "y", Group = VerbGroup.Clocks,
            Icon = "flag", Needs = Permission.AssignRequests, Form = typeof(PriorityForm),
            OwnPeople = true,
            Several = new((request, change) => request.Priority == change.Priority, request => request.Priority),
        },
        new Verb<ServiceRequest, DeclareSpecial>(DeclareSpecial.Run)
        {
            Name = "special", Key = "x", Group = VerbGroup.Clocks,
            Icon = "urgent", Needs = Permission.AssignRequests, Form = typeof(SpecialForm),
            OwnPeople = true, Guard = (request, _) => request.WhyNotDeclareSpecial(),
        },
        new Verb<ServiceRequest, RecordCause>(RecordCause.Run)
        {
            Name = "cause", Key = "b", Group = VerbGroup.Cover,
            Icon = "search", Needs = Permission.WorkRequests, Form = typeof(CauseForm),
            OwnPeople = true, Guard = (request, _) => request.WhyNotJudgeFinally(),
        },
        new Verb<ServiceRequest, RelinkUnit>(RelinkUnit.Run)
        {
            Name = "equipment", Key = "u", Group = VerbGroup.Cover,
            Icon = "unlink", Needs = Permission.WorkRequests, Form = typeof(RelinkForm),
        },
        new Verb<ServiceRequest, GiveGoodwill>(GiveGoodwill.Run)
        {
            Name = "goodwill", Key = "f", Group = VerbGroup.Cover,
            Icon = "coin-yuan", Needs = Permission.EditCharters, Form = typeof(GoodwillForm),
            OwnPeople = true, Guard = (request, _) => request.WhyNotGiveGoodwill(),
        },
        new Verb<ServiceRequest, NoteRequest>(NoteRequest.Run)
        {
            Name = "notes", Key = "i", Group = VerbGroup.Record,
            Icon = "writing", Needs = Permission.WorkRequests, Form = typeof(NoteForm),
            OwnPeople = true, Adds = true,
        },
        new AttachVerb<ServiceRequest>
        {
            Name = "attachments", Key = "h", Group = VerbGroup.Record,
            Icon = "paperclip", Needs = Permission.WorkRequests, Form = typeof(AttachmentForm),
        },
        new Verb<ServiceRequest, LinkDuplicate>(LinkDuplicate.Run)
        {
            Name = "duplicate", Key = "d", Group = VerbGroup.Record,
            Icon = "link", Needs = Permission.WorkRequests, Form = typeof(DuplicateForm),
        },
        new Verb<ServiceRequest, AskCustomer>(AskCustomer.Run)
        {
            Name = "verdict", Key = "q", Group = VerbGroup.End,
            Icon = "star", Needs = Permission.WorkRequests, Form = typeof(VerdictForm),
            OwnPeople = true,
        },
        new Verb<ServiceRequest, VerifyResult>(VerifyResult.Run)
        {
            Name = "verification", Key = "k", Group = VerbGroup.End,
            Icon = "checklist", Needs = Permission.WorkRequests, Form = typeof(VerificationForm),
            OwnPeople = true,
        },
        new Verb<ServiceRequest, CloseRequest>(CloseRequest.Run)
        {
            Name = "closing", Key = "c", Group = VerbGroup.End,
            Icon = "lock", Needs = Permission.CloseRequests, Form = typeof(ClosingForm),
            Guard = (request, _) => request.WhyNotClose(),
        },
        new Verb<ServiceRequest, ReopenRequest>(ReopenRequest.Run)
        {
            Name = "reopening", Key = "c", Group = VerbGroup.End,
            Icon = "rotate", Needs = Permission.CloseRequests, Form = typeof(ReopeningForm),
        },
    ];
}
