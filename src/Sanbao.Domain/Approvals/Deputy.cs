using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Approvals;

/// <summary>Somebody decides in another's place on a span of days.</summary>
public sealed class Deputy : Document
{
    private Deputy() { }

    public override string Kind => "deputy";
    public override Headline Headline => new("", $"{Person} · {Name}") { Status = Withdrawn ? "Withdrawn" : "Named" };

    public Guid PersonId { get; private set; }
    public string Person { get; private set; } = "";
    public Guid DeputyId { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>First and last day, both inclusive.</summary>
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }
    public bool Withdrawn { get; private set; }

    /// <summary>Everybody names his own deputies; who administers the company also those of others.</summary>
    public static Deputy Of(Actor person, Actor deputy, DateOnly? from, DateOnly? to, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotFor(person.Id, person.Name, by));
        var errors = new FieldErrors();
        errors.When(deputy.Id == person.Id, "deputy", "deputy.oneself");
        errors.When(from is null, "from", "field.required");
        errors.When(to is null, "to", "field.required");
        errors.Day(from, "from");
        errors.Day(to, "to");
        errors.When(to < from, "to", "date.before", from ?? default, new Word("field.firstDay"));
        errors.Throw();
        var named = new Deputy
        {
            Id = Guid.CreateVersion7(now), PersonId = person.Id, Person = person.Name, DeputyId = deputy.Id, Name = deputy.Name,
        };
        (named.From, named.To) = (from.GetValueOrDefault(), to.GetValueOrDefault());
        named.Record("deputy.named", by, now, ("person", person.Name), ("deputy", deputy.Name), ("from", from), ("to", to));
        return named;
    }

    public Refusal? WhyNotWithdraw(Actor by) => WhyNotFor(PersonId, Person, by);

    /// <summary>Refused as <see cref="WhyNotWithdraw"/> says; taken back twice is taken back once.</summary>
    public void Withdraw(Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotWithdraw(by));
        if (Withdrawn) return;
        Withdrawn = true;
        Record("deputy.withdrawn", by, now, ("person", Person), ("deputy", Name), ("from", From), ("to", To));
    }

    private static Refusal? WhyNotFor(Guid person, string name, Actor by) =>
        person == by.Id || by.May(Permission.Administer) ? null : new("deputy.not-yours", name);
}
