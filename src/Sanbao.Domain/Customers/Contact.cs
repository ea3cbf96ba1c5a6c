using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Customers;

/// <summary>A person at a customer.</summary>
public sealed class Contact
{
    private Contact() { }

    internal Contact(Guid id, string name, string? phone, string? email, string? position)
    {
        Id = id;
        Take(name, phone, email, position);
    }

    public Guid Id { get; private set; }
    public Guid CustomerId { get; private set; }
    public string Name { get; private set; } = "";
    public string Phone { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string Position { get; private set; } = "";

    /// <summary>The same person with the same numbers, whichever record holds it.</summary>
    internal bool IsSame(Contact other, Func<string, string, bool> samePhone) =>
        TextKey.Name(Name) == TextKey.Name(other.Name) && samePhone(Phone, other.Phone)
        && Email == other.Email && Position == other.Position;

    internal void PassTo(Customer customer) => CustomerId = customer.Id;

    internal void Take(string name, string? phone, string? email, string? position)
    {
        var errors = new FieldErrors();
        errors.Text(name, "contactName", 100, required: true);
        errors.Text(phone, "contactPhone", 50);
        errors.Text(email, "contactEmail", 200);
        errors.When(!string.IsNullOrWhiteSpace(email) && !IsAddress(email.Trim()), "contactEmail", "contact.email-shape");
        errors.Text(position, "contactPosition", 100);
        errors.Throw();
        Name = TextKey.Shown(name);
        Phone = TextKey.Shown(phone);
        Email = email?.Trim() ?? "";
        Position = position?.Trim() ?? "";
    }

    /// <summary>No more than what a slip of the hand would break: somebody at somewhere, without blanks.</summary>
    private static bool IsAddress(string email) =>
        email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < email.Length - 1 && !email.Any(char.IsWhiteSpace);
}
