using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>One of our people, by the names under which a text can mention him.</summary>
internal sealed record Mentionable(Guid Id, string Name, string Login);

/// <summary>Whom a text mentions: own people by name or login behind an @.</summary>
internal static class Mentions
{
    private static readonly char[] Signs = ['@', '＠'];

    public static async Task<(Guid Id, string Name)[]> InAsync(Work<ServiceRequest> work, string text)
    {
        if (text.IndexOfAny(Signs) < 0) return [];
        var accounts = await OwnPeople.Active(work).ToListAsync(work.Cancel);
        var people = accounts.Where(a => a.ToActor().May(Permission.ReadRequests))
            .Select(a => new Mentionable(a.Id, a.DisplayName, a.UserName ?? "")).ToList();
        return [.. Of(text, people).Select(p => (p.Id, p.Name))];
    }

    /// <summary>Each once, in the order of the text. The longest name that fits is meant; of one name all who have it.</summary>
    public static IEnumerable<Mentionable> Of(string text, IReadOnlyCollection<Mentionable> people)
    {
        var found = new List<Mentionable>();
        for (var at = text.IndexOfAny(Signs); at >= 0; at = text.IndexOfAny(Signs, at + 1))
        {
            // An address of mail is nobody's name.
            if (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])) continue;
            var begun = people.Select(p => (Person: p, Length: Math.Max(Fits(text, at + 1, p.Name), Fits(text, at + 1, p.Login))))
                .Where(p => p.Length > 0).ToList();
            if (begun.Count > 0) found.AddRange(begun.Where(p => p.Length == begun.Max(b => b.Length)).Select(p => p.Person));
        }
        return found.DistinctBy(p => p.Id);
    }

    /// <summary>How long the name is where the text goes on with it; 0: it does not. Letters that follow make it another name.</summary>
    private static int Fits(string text, int at, string name)
    {
        if (name.Length == 0 || !text.AsSpan(at).StartsWith(name, StringComparison.OrdinalIgnoreCase)) return 0;
        var end = at + name.Length;
        var goesOn = end < text.Length && char.IsAsciiLetterOrDigit(text[end]) && char.IsAsciiLetterOrDigit(name[^1]);
        return goesOn ? 0 : name.Length;
    }
}
