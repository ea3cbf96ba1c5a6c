using System.Collections.Immutable;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Charters;

/// <summary>To what a charter can be attached, the most specific first.</summary>
public enum AttachmentLevel
{
    /// <summary>Asked for by name; not stored anywhere.</summary>
    Asked,
    Customer, Contract, Dealer, Model, Line, CustomerClass,
    /// <summary>The whole company: what governs when nothing else does.</summary>
    Company,
}

/// <summary>A charter attached to something from <paramref name="From"/> to <paramref name="Until"/>, both inclusive.</summary>
/// <param name="Key">Which customer, contract, dealer, model, line or class; not looked at for the company.</param>
/// <param name="From">Null: always.</param>
/// <param name="Until">Null: without end.</param>
public sealed record CharterAttachment(
    AttachmentLevel Level, string Key, string CharterCode, DateOnly? From = null, DateOnly? Until = null)
{
    internal bool Fits(CharterSubject subject, DateOnly on) =>
        (From is null || From <= on) && (Until is null || on <= Until)
        && (Level is AttachmentLevel.Company || (subject.KeyOf(Level) is { } key && key == Key));
}

/// <summary>For what a charter is sought. Null: not known, or there is none.</summary>
public sealed record CharterSubject
{
    /// <summary>Code of a charter that was asked for by name.</summary>
    public string? Asked { get; init; }
    public string? Customer { get; init; }
    public string? Contract { get; init; }
    public string? Dealer { get; init; }
    public string? Model { get; init; }
    public string? Line { get; init; }
    public string? CustomerClass { get; init; }

    internal string? KeyOf(AttachmentLevel level) => level switch
    {
        AttachmentLevel.Asked => Asked,
        AttachmentLevel.Customer => Customer,
        AttachmentLevel.Contract => Contract,
        AttachmentLevel.Dealer => Dealer,
        AttachmentLevel.Model => Model,
        AttachmentLevel.Line => Line,
        AttachmentLevel.CustomerClass => CustomerClass,
        AttachmentLevel.Company => "",
    };
}

/// <summary>Which charter governs a case, by which attachment, and which others fitted but are less specific (A4).</summary>
public sealed record CharterChoice(CharterAttachment By, ImmutableArray<CharterAttachment> PassedOver)
{
    public string CharterCode => By.CharterCode;

    /// <summary>Why this one: <c>charter-choice.customer</c> with the charter's code and the key it is attached to.</summary>
    public Phrase Why => By.Level switch
    {
        AttachmentLevel.Asked => Phrase.Of("charter-choice.asked", By.CharterCode, By.Key),
        AttachmentLevel.Customer => Phrase.Of("charter-choice.customer", By.CharterCode, By.Key),
        AttachmentLevel.Contract => Phrase.Of("charter-choice.contract", By.CharterCode, By.Key),
        AttachmentLevel.Dealer => Phrase.Of("charter-choice.dealer", By.CharterCode, By.Key),
        AttachmentLevel.Model => Phrase.Of("charter-choice.model", By.CharterCode, By.Key),
        AttachmentLevel.Line => Phrase.Of("charter-choice.line", By.CharterCode, By.Key),
        AttachmentLevel.CustomerClass => Phrase.Of("charter-choice.customer-class", By.CharterCode, By.Key),
        AttachmentLevel.Company => Phrase.Of("charter-choice.company", By.CharterCode, By.Key),
    };

    /// <summary>
    /// The most specific attachment that fits the subject on a day; of two on one level the one that began later. Null: none fits.
    /// The same attachments in any order give the same answer.
    /// </summary>
    public static CharterChoice? Of(CharterSubject subject, IEnumerable<CharterAttachment> attachments, DateOnly on)
    {
        IEnumerable<CharterAttachment> asked = subject.Asked is { } code ? [new CharterAttachment(AttachmentLevel.Asked, code, code)] : [];
        CharterAttachment[] fitting =
        [
            .. asked.Concat(attachments.Where(a => a.Fits(subject, on)))
                .OrderBy(a => a.Level)
                .ThenByDescending(a => a.From ?? DateOnly.MinValue)
                .ThenBy(a => a.CharterCode, StringComparer.Ordinal),
        ];
        return fitting.Length == 0 ? null : new CharterChoice(fitting[0], [.. fitting[1..]]);
    }
}
