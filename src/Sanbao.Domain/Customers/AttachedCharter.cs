using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Customers;

/// <summary>
/// A stored <see cref="CharterAttachment"/>. The key is the line's or model's name, the class (A, B, member), or the id of the dealer,
/// customer or contract; empty for the company.
/// </summary>
public sealed class AttachedCharter : Document
{
    private AttachedCharter() { }

    public override string Kind => "attached-charter";
    public override Headline Headline => new(CharterCode, "") { Status = Level.ToString() };

    public AttachmentLevel Level { get; private set; }
    public string Key { get; private set; } = "";
    public string CharterCode { get; private set; } = "";
    /// <summary>First and last day, both inclusive; null: always, without end.</summary>
    public DateOnly? From { get; private set; }
    public DateOnly? Until { get; private set; }
    /// <summary>
    /// The day on which it begins, the first of all days where it has always held; null: it is taken back. Two of one thing never begin on
    /// one day, so this is unique for the thing.
    /// </summary>
    public DateOnly? Begins { get; private set; }
    /// <summary>Taken back; it governs nothing any more.</summary>
    public bool Withdrawn { get; private set; }

    public static AttachedCharter Attach(CharterAttachment attachment, Actor by, DateTimeOffset now)
    {
        var attached = new AttachedCharter { Id = Guid.CreateVersion7(now) };
        attached.Take(attachment, by, now);
        return attached;
    }

    /// <summary>Names another charter, or other days, for the same thing.</summary>
    public void Change(string charterCode, DateOnly? from, DateOnly? until, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(Withdrawn ? new("attached-charter.withdrawn-already") : null);
        Take(new(Level, Key, charterCode, from, until), by, now);
    }

    public void Withdraw(Actor by, DateTimeOffset now)
    {
        if (Withdrawn) return;
        (Withdrawn, Begins) = (true, null);
        Record("charter.detached", by, now, ("level", Level), ("key", Key), ("charter", CharterCode), ("from", From), ("until", Until));
    }

    /// <summary>The customer's record became part of another one: it holds for that one now, on the same days.</summary>
    public void PassTo(Customer customer, Actor by, DateTimeOffset now)
    {
        Key = customer.Id.ToString();
        Record("charter.passed-on", by, now, ("level", Level), ("key", Key), ("charter", CharterCode));
    }

    /// <summary>As the choice of a charter reads it.</summary>
    public CharterAttachment ToAttachment() => new(Level, Key, CharterCode, From, Until);

    private void Take(CharterAttachment attachment, Actor by, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        errors.Day(attachment.From, "from");
        errors.Day(attachment.Until, "until");
        errors.When(attachment.Until < attachment.From, "until", "date.before", attachment.From ?? default, new Word("field.firstDay"));
        errors.Throw();
        (Level, Key, CharterCode) = (attachment.Level, attachment.Key, attachment.CharterCode);
        (From, Until, Begins) = (attachment.From, attachment.Until, attachment.From ?? DateOnly.MinValue);
        Record("charter.attached", by, now, ("level", Level), ("key", Key), ("charter", CharterCode), ("from", From), ("until", Until));
    }
}
