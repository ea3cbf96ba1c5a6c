using Sanbao.Domain.Approvals;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Tests.Requests;

namespace Sanbao.Domain.Tests.Approvals;

/// <summary>Who approves a document, in which order.</summary>
public class ApprovalTests
{
    private static readonly Guid Document = Guid.NewGuid();
    private static readonly Actor Author = Person("liaison"), Manager = Person("service-manager"), General = Person("general-manager");
    private static readonly Actor Vice = Person("production-vice-president");
    private static readonly ChainStep[] Two = [ChainStep.OfRole("production-vice-president"), ChainStep.OfRole("general-manager")];

    [Fact]
    public void The_steps_decide_one_after_the_other_and_the_last_one_approves()
    {
        var book = Submitted(Two);
        Why(book, General).ShouldBe("approval.not-your-turn");
        book.Approve("同意", Vice, Desk.Now).ShouldBeFalse();
        Why(book, Vice).ShouldBe("approval.twice");
        book.Approve(null, General, Desk.Now).ShouldBeTrue();
        Why(book, General).ShouldBe("approval.not-your-turn");
        book.Steps.Select(s => (s.State, s.DecidedBy, s.Remark))
            .ShouldBe([(ApprovalState.Approved, Vice.Name, "同意"), (ApprovalState.Approved, General.Name, "")]);
    }

    [Fact]
    public void A_step_is_for_a_role_a_person_or_whoever_may_do_a_thing()
    {
        ChainStep[] steps =
            [ChainStep.OfRole("service-manager"), ChainStep.OfPerson(Manager.Id), ChainStep.OfWhoMay(Permission.EditCharters)];
        foreach (var step in steps)
        {
            Why(Submitted([step]), Manager).ShouldBeNull();
            Why(Submitted([step]), Vice).ShouldBe("approval.not-your-turn");
        }
        Why(Submitted([ChainStep.OfPerson(Manager.Id)]), General).ShouldBe("approval.not-your-turn");
    }

    [Fact]
    public void An_administrator_decides_in_any_role_but_never_alone_of_two()
    {
        var administrator = Person(Roles.Administrator);
        var book = Submitted(Two);
        book.Approve(null, administrator, Desk.Now).ShouldBeFalse();
        Why(book, administrator).ShouldBe("approval.twice");
        Why(Submitted(Two, administrator), administrator).ShouldBe("approval.own");
    }

    [Fact]
    public void Neither_who_made_it_nor_who_submitted_it_decides()
    {
        var book = new ApprovalBook();
        book.Submit(Document, [ChainStep.OfWhoMay(Permission.EditCharters)], General.Id, Manager, Desk.Now);
        Why(book, General).ShouldBe("approval.own");
        Why(book, Manager).ShouldBe("approval.own");
        Why(book, Person("department-head")).ShouldBeNull();
    }

    [Fact]
    public void A_deputy_decides_in_anothers_place_but_not_in_the_place_of_who_may_not()
    {
        var deputy = Author with { Id = Guid.NewGuid(), Name = "代理", DeputyFor = [Vice] };
        var book = Submitted(Two);
        book.Approve(null, deputy, Desk.Now);
        book.Steps[0].InPlaceOf.ShouldBe(Vice.Name);
        Why(book, Vice).ShouldBe("approval.twice");
        Why(book, deputy with { DeputyFor = [General] }).ShouldBe("approval.twice");
        Why(Submitted(Two, Vice), deputy).ShouldBe("approval.not-your-turn");
    }

    [Fact]
    public void A_rejection_needs_its_reason_and_drops_the_steps_behind_it()
    {
        var book = Submitted(Two);
        Desk.Wrong(() => book.Reject(" ", Vice, Desk.Now)).ShouldBe(new FieldError("reason", "field.required"));
        book.Reject("缺报价", Vice, Desk.Now);
        book.Steps.Select(s => s.State).ShouldBe([ApprovalState.Rejected, ApprovalState.Dropped]);
        Why(book, General).ShouldBe("approval.not-your-turn");
    }

    [Fact]
    public void Submitted_anew_all_steps_are_asked_anew()
    {
        var book = Submitted(Two);
        book.Approve(null, Vice, Desk.Now);
        book.Submit(Document, Two, Author.Id, Author, Desk.Now.AddHours(1)).ShouldBeTrue();
        Why(book, Vice).ShouldBeNull();
        book.Steps.Select(s => (s.Round, s.State)).ShouldBe(
            [(1, ApprovalState.Approved), (1, ApprovalState.Dropped), (2, ApprovalState.Open), (2, ApprovalState.Later)]);
    }

    [Fact]
    public void Without_a_chain_nothing_is_asked() =>
        new ApprovalBook().Submit(Document, [], Author.Id, Author, Desk.Now).ShouldBeFalse();

    [Fact]
    public void A_deputy_is_named_for_a_span_of_days_by_the_person_or_an_administrator()
    {
        var (from, to) = (new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 3));
        Deputy.Of(Vice, Manager, from, to, Vice, Desk.Now).Withdrawn.ShouldBeFalse();
        Desk.Why(() => Deputy.Of(Vice, Manager, from, to, Manager, Desk.Now)).ShouldBe("deputy.not-yours");
        Deputy.Of(Vice, Manager, from, to, Person(Roles.Administrator), Desk.Now).Name.ShouldBe(Manager.Name);
        Desk.Wrong(() => Deputy.Of(Vice, Vice, from, to, Vice, Desk.Now)).Code.ShouldBe("deputy.oneself");
        Desk.Wrong(() => Deputy.Of(Vice, Manager, to, from, Vice, Desk.Now)).Field.ShouldBe("to");
    }

    private static ApprovalBook Submitted(ChainStep[] chain, Actor? author = null)
    {
        var book = new ApprovalBook();
        book.Submit(Document, chain, (author ?? Author).Id, author ?? Author, Desk.Now).ShouldBeTrue();
        return book;
    }

    private static string? Why(ApprovalBook book, Actor by) => book.WhyNotDecide(by)?.Code;

    private static Actor Person(string role) => new(Guid.NewGuid(), role, [role], Roles.PermissionsOf([role]));
}
