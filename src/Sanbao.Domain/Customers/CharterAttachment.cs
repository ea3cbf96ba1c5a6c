using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Customers;

/// <summary>To what a charter can be attached; the most specific one governs (A4).</summary>
public enum AttachmentScope { Company, Line, Model, Dealer, CustomerClass, Customer, Contract }

/// <summary>
/// One charter attached to something: the line's or model's name, the class (A, B, member) or the id of dealer, customer or contract
/// is the key; empty for the company.
/// </summary>
public sealed class CharterAttachment : Document
{
    private CharterAttachment() { }

    public AttachmentScope Scope { get; private set; }
    public string Key { get; private set; } = "";
    public string CharterCode { get; private set; } = "";

    public static CharterAttachment Attach(AttachmentScope scope, string key, string charterCode, Actor by, DateTimeOffset now)
    {
        var attachment = new CharterAttachment { Id = Guid.CreateVersion7(now), Scope = scope, Key = key };
        attachment.Name(charterCode, by, now);
        return attachment;
    }

    /// <summary>Names another charter for the same thing.</summary>
    public void Name(string charterCode, Actor by, DateTimeOffset now)
    {
        CharterCode = charterCode;
        Record("charter.attached", by, now, ("scope", Scope), ("key", Key), ("charter", charterCode));
    }
}
