using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Customers;

public sealed partial class Customer
{
    /// <summary>The record that took this one over; null: it stands for itself. It can be read, and no longer changed or chosen.</summary>
    public Guid? MergedIntoId { get; private set; }
    public DateTimeOffset? MergedAt { get; private set; }
    public string? MergedBy { get; private set; }

    public Refusal? WhyNotChange() => MergedIntoId is null ? null : new("customer.merged", Name);

    /// <summary>Two records of one customer become one: what stands against this one taking over the other.</summary>
    public Refusal? WhyNotTakeOver(Customer other, Entanglement entanglement, Actor by) =>
        other.Id == Id ? new("customer.merge-itself", Name)
        : WhyNotChange() ?? other.WhyNotChange()
        // Which of two promises holds is decided by who gave them, not by a merge.
        ?? (entanglement.ChartersOnBoth ? new("customer.merge-charters", Name, other.Name)
        // Whoever signs in for one of them would see what is the other's.
        : entanglement.SignIns && !by.May(Permission.Administer) ? new("customer.merge-sign-ins") : null);

    /// <summary>
    /// Takes over the other's contacts and sites, fills with its facts what is empty here, and lets it point here. What other documents
    /// belong to it the store moves beside, in the same save.
    /// </summary>
    /// <param name="other">With contacts and sites, as this one.</param>
    /// <param name="moved">How many contracts, units and requests the store moved.</param>
    /// <param name="samePhone">Whether two texts name the same telephone.</param>
    public Moved TakeOver(
        Customer other, Entanglement entanglement, Moved moved, Func<string, string, bool> samePhone, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotTakeOver(other, entanglement, by));
        moved = moved with { Contacts = TakeContacts(other, samePhone), Sites = TakeSites(other) };
        FillFrom(other);
        UpdatedAt = now;
        Record("customer.took-over", by, now, ("other", other.Id), ("name", other.Name), ("phone", other.Phone),
            ("contacts", moved.Contacts),
            ("sites", moved.Sites), ("contracts", moved.Contracts), ("units", moved.Units), ("requests", moved.Requests),
                ("signIns", moved.SignIns));
        other.GoInto(this, by, now);
        return moved;
    }

    /// <summary>What it was merged into became part of another one: it leads there now.</summary>
    public void FollowMerge(Customer into, Actor by, DateTimeOffset now)
    {
        MergedIntoId = into.Id;
        Witness("customer.merged-on", by, now, ("into", into.Name));
    }

    private void GoInto(Customer into, Actor by, DateTimeOffset now)
    {
        (MergedIntoId, MergedAt, MergedBy, UpdatedAt) = (into.Id, now, by.Name, now);
        Record("customer.merged", by, now, ("into", into.Id), ("name", into.Name));
    }

    /// <summary>A contact that is here already stays with the other record.</summary>
    private int TakeContacts(Customer other, Func<string, string, bool> samePhone)
    {
        var taken = other.contacts.Where(c => !contacts.Exists(mine => mine.IsSame(c, samePhone))).ToList();
        other.contacts.RemoveAll(taken.Contains);
        foreach (var contact in taken) contact.PassTo(this);
        contacts.AddRange(taken);
        return taken.Count;
    }

    /// <summary>All of them: units stand there.</summary>
    private int TakeSites(Customer other)
    {
        foreach (var site in other.sites) site.PassTo(this);
        sites.AddRange(other.sites);
        var taken = other.sites.Count;
        other.sites.Clear();
        return taken;
    }

    private void FillFrom(Customer other)
    {
        if (Phone.Length == 0) Phone = other.Phone;
        if (Remark.Length == 0) Remark = other.Remark;
        (Vip, Sector, SalespersonId, DealerId) =
            (Vip ?? other.Vip, Sector ?? other.Sector, SalespersonId ?? other.SalespersonId, DealerId ?? other.DealerId);
        if (DedicatedEngineerId is null) (DedicatedEngineerId, DedicatedEngineer) = (other.DedicatedEngineerId, other.DedicatedEngineer);
        // A membership was paid for, whichever record says so.
        Member |= other.Member;
    }
}

/// <summary>What else hangs on two customers and decides whether they may be merged.</summary>
/// <param name="ChartersOnBoth">Each has a charter attached to itself.</param>
/// <param name="SignIns">People or programs sign in for one of them.</param>
public sealed record Entanglement(bool ChartersOnBoth, bool SignIns);

/// <summary>How much of one customer went over to another.</summary>
public sealed record Moved(int Contacts, int Sites, int Contracts, int Units, int Requests, int SignIns);
