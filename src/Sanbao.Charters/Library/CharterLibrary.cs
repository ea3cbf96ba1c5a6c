using System.Collections.Immutable;
using Sanbao.Charters.Errors;
using Sanbao.Charters.Library;
using Sanbao.Charters.Sections;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Charters;

/// <summary>
/// All known versions of all charters, with their laws joined. Immutable: adding files makes another library, or none when anything
/// is wrong with them.
/// </summary>
public sealed class CharterLibrary
{
    private static readonly Lazy<CalendarSource> Calendars = new(() => new CalendarSource(ShippedFiles.Holidays()));
    private static readonly Lazy<CharterLibrary> ShippedLibrary = new(ReadShipped);

    private readonly ILookup<string, CharterVersion> byCode;

    private CharterLibrary(IEnumerable<CharterVersion> versions)
    {
        // S2 comes before S10.
        Versions =
        [
            .. versions.OrderBy(v => v.Charter.Code.Length)
                .ThenBy(v => v.Charter.Code, StringComparer.Ordinal)
                .ThenBy(v => v.Charter.Version),
        ];
        byCode = Versions.ToLookup(v => v.Charter.Code, StringComparer.Ordinal);
    }

    /// <summary>No charter at all.</summary>
    public static CharterLibrary Empty { get; } = new([]);

    /// <summary>The charters that come with the product: S0-S11 and cn-consumer.</summary>
    public static CharterLibrary Shipped => ShippedLibrary.Value;

    /// <summary>The statutory holidays that come with the product.</summary>
    public static ImmutableArray<Holidays> Holidays => ShippedFiles.Holidays();

    /// <summary>By code, then version.</summary>
    public ImmutableArray<CharterVersion> Versions { get; }

    public ImmutableArray<string> Codes => [.. Versions.Select(v => v.Charter.Code).Distinct(StringComparer.Ordinal)];

    /// <summary>The newest version of each charter, in force or not yet.</summary>
    public ImmutableArray<Charter> Newest => [.. byCode.Select(versions => versions.Last().Charter)];

    public CharterVersion? Find(string code, int version) => byCode[code].FirstOrDefault(v => v.Charter.Version == version);

    /// <summary>
    /// The highest version whose first day is not after <paramref name="date"/>, with the law as it was in force then. Null: the code is
    /// unknown, or none of its versions was in force yet.
    /// </summary>
    public Charter? InForce(string code, DateOnly date)
    {
        if (byCode[code].LastOrDefault(v => v.Charter.InForce <= date) is not { Charter: var charter }) return null;
        if (charter.Law is null || LawOn(charter.Law.Code, date) is not { } law || ReferenceEquals(law, charter.Law)) return charter;
        return charter with { Law = law };
    }

    /// <summary>
    /// The library with these files. A version that is already known must have the same text (A3: a version never changes); then nothing
    /// happens. Laws may be among the files.
    /// </summary>
    public LibraryReading With(IEnumerable<SourceFile> files)
    {
        var readings = files.Select(f => CharterReader.Read(f, Calendars.Value)).ToArray();
        var added = Refuse(readings);
        var library = new CharterLibrary(Versions.Concat(added.Select(r => new CharterVersion(r.Charter!, r.File.Text, r.File.Name))));
        var joined = library.Join(added);
        ImmutableArray<CharterError> errors = [.. readings.SelectMany(r => r.Report.Errors)];
        return errors.IsEmpty ? new(joined, []) : new(this, errors);
    }

    /// <summary>
    /// Reads a text that is to become the next version of its charter: whole, above every known version, with a law that is known. Nothing
    /// is added.
    /// </summary>
    public CharterProposal Propose(SourceFile file)
    {
        var reading = CharterReader.Read(file, Calendars.Value);
        var latest = reading.Charter is { } read ? byCode[read.Code].LastOrDefault()?.Charter : null;
        if (latest is not null && latest.Version >= reading.Charter!.Version)
            reading.Report.Fail(reading.VersionAt, "version-behind", latest.Code, latest.Version, latest.Version + 1);
        if (!reading.Report.Clean) return new(null, latest, reading.Report.Errors);
        var joined = With([file]);
        return new(joined.Library.Find(reading.Charter!.Code, reading.Charter.Version)?.Charter, latest, joined.Errors);
    }

    /// <summary>Without these versions: somebody decided on others under their numbers.</summary>
    public CharterLibrary Without(IReadOnlyCollection<(string Code, int Version)> versions) =>
        versions.Count == 0 ? this : new(Versions.Where(v => !versions.Contains((v.Charter.Code, v.Charter.Version))));

    /// <summary>The same charters, with the company's own days behind each calendar that follows holidays; what a charter says itself comes
    /// first.</summary>
    /// <param name="warning">When the company wants to be warned.</param>
    public CharterLibrary Over(OwnDays days, EarlyWarning warning)
    {
        if (days.IsEmpty && warning == EarlyWarning.Usual) return this;
        // A calendar is a table of a century: charters that share one go on sharing.
        var calendars = Versions.Select(v => v.Charter.Calendar).Distinct()
            .ToDictionary(c => c, c => c.Holidays.Code == Sanbao.Domain.Kernel.Holidays.None.Code ? c : c.Over(days));
        var known = new Dictionary<Charter, Charter>(ReferenceEqualityComparer.Instance);
        foreach (var (charter, _, _) in Versions)
            known[charter] = charter with { Calendar = calendars[charter.Calendar], Warning = warning };
        return new(
            Versions.Select(v => v with
            {
                Charter = v.Charter.Law is { } law && known.TryGetValue(law, out var same)
                    ? known[v.Charter] with { Law = same } : known[v.Charter]
            }));
    }

    /// <summary>The library with all *.yaml files of a folder.</summary>
    public LibraryReading WithFolder(string path) =>
        With(Directory.EnumerateFiles(path, "*.yaml").Order(StringComparer.Ordinal).Select(f => new SourceFile(f, File.ReadAllText(f))));

    /// <summary>What is wrong with these files, read together and beside the shipped laws; what is known already is not compared.</summary>
    public static ImmutableArray<CharterError> Check(params IEnumerable<SourceFile> files)
    {
        var readings = files.Select(f => CharterReader.Read(f, Calendars.Value)).ToArray();
        var named = readings.Select(r => r.Charter?.Code).ToHashSet(StringComparer.Ordinal);
        var beside = new CharterLibrary(Shipped.Versions.Where(v => !named.Contains(v.Charter.Code)));
        return beside.With(readings.Select(r => r.File)).Errors;
    }

    // Reports versions that are known with another text; gives those that are new.
    private CharterReading[] Refuse(CharterReading[] readings)
    {
        var added = new List<CharterReading>();
        foreach (var reading in readings.Where(r => r.Charter is not null))
        {
            var charter = reading.Charter!;
            var known = Find(charter.Code, charter.Version)?.Charter
                ?? added.Find(a => a.Charter!.Code == charter.Code && a.Charter.Version == charter.Version)?.Charter;
            if (known is null) added.Add(reading);
            else if (known.Hash != charter.Hash)
                reading.Report.Fail(reading.VersionAt, "version-changed", charter.Code, charter.Version, charter.Version + 1);
        }
        return [.. added];
    }

    // Joins the laws that the new charters name, as they stood when each came into force.
    private CharterLibrary Join(CharterReading[] added)
    {
        var laws = new Dictionary<Charter, Charter>(ReferenceEqualityComparer.Instance);
        foreach (var reading in added.Where(r => r.LawCode is not null))
        {
            var law = LawOn(reading.LawCode!, reading.Charter!.InForce);
            if (law is null)
                reading.Report.Unknown(reading.LawAt, "unknown-law", reading.LawCode!, Codes.Where(c => c != reading.Charter.Code));
            else if (law.Law is not null || added.Any(a => ReferenceEquals(a.Charter, law) && a.LawCode is not null))
                reading.Report.Fail(reading.LawAt, "law-of-law", law.Code);
            else laws[reading.Charter] = law;
        }
        return new CharterLibrary(Versions.Select(v =>
            laws.TryGetValue(v.Charter, out var law) ? v with { Charter = v.Charter with { Law = law } } : v));
    }

    // Before its first version a law is read as that version: somebody judges by it, so it is meant.
    private Charter? LawOn(string code, DateOnly date) =>
        (byCode[code].LastOrDefault(v => v.Charter.InForce <= date) ?? byCode[code].FirstOrDefault())?.Charter;

    private static CharterLibrary ReadShipped()
    {
        var reading = Empty.With(ShippedFiles.Charters());
        return reading.Clean ? reading.Library
            : throw new InvalidOperationException(string.Join(Environment.NewLine, reading.Errors.Select(e => e.ToString())));
    }
}
