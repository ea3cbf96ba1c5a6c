using System.Globalization;
using Sanbao.Domain.Charters;

namespace Sanbao.Charters.Phrases;

/// <summary>One end of a term: <c>12 months from delivered</c>, <c>cap 18 months from ex-factory</c>, <c>cap 2000 hours</c>.</summary>
internal static class LimitPhrase
{
    public const int MostUsage = 10_000_000;
    public const string WithoutEnd = "without end";

    private static readonly string Period = Pattern.Then(
        Pattern.Any([SpanPhrase.Pattern, .. Papers.Select(Pattern.Said)]), "from", SpanPhrase.StartsPattern);

    /// <summary>An end of a term.</summary>
    public static string EndPattern { get; } = Pattern.Whole(
        Pattern.Said(WithoutEnd), Pattern.Perhaps("cap") + Pattern.Any(Pattern.Then(Pattern.Number, Pattern.OneOf<UsageKind>()), Period));

    /// <summary>A length of time and nothing else.</summary>
    public static string PeriodPattern { get; } = Pattern.Whole(Period);

    private static string[] Papers =>
        [.. Enum.GetValues<LengthFrom>().Where(f => f is not LengthFrom.Fixed).Select(f => WriteLength(new(f, default)))];

    public static Limit? Read(Sentence s)
    {
        if (Counted.NeverEnds(s.Rest)) s.FailMeaning("phrase-count", WithoutEnd, s.Word);
        return ReadOne(s, useEnds: true);
    }

    /// <summary>Where only time counts (supplier's term, spare parts): nothing cuts it short, and use would never have an effect.</summary>
    public static Limit? ReadTime(Sentence s)
    {
        if (s.Word == "cap" && Words.Find<UsageKind>(s.Peek(2)) is null) s.Fail("no-cap-here");
        return ReadOne(s, useEnds: false);
    }

    /// <summary>A minimum: of time, and nothing that cuts short.</summary>
    public static Limit? ReadLeast(Sentence s)
    {
        if (s.Word == "cap") s.Fail("least-cap");
        return ReadOne(s, useEnds: false);
    }

    public static string Write(Limit limit)
    {
        var cap = limit.IsCap ? "cap " : "";
        if (limit.Usage is { } usage) return string.Create(CultureInfo.InvariantCulture, $"{cap}{usage.Amount} {Words.Of(usage.Kind)}");
        return $"{cap}{WriteLength(limit.Length!.Value)} from {SpanPhrase.Write(limit.Starts)}";
    }

    public static string WriteLength(Length length) => length.From switch
    {
        LengthFrom.Fixed => SpanPhrase.Write(length.Span),
        LengthFrom.ContractMonths => "contract months",
        LengthFrom.AgreementMonths => "agreement months",
        LengthFrom.AgreementOrContractMonths => "agreement or contract months",
    };

    private static Limit? ReadOne(Sentence s, bool useEnds)
    {
        var cap = s.Take("cap");
        if (!useEnds && Words.Find<UsageKind>(s.Peek(1)) is not null) s.Fail("use-without-effect");
        var limit = s.Word is "contract" or "agreement" ? FromPaper(s) : FromNumber(s);
        s.End();
        return s.Failed ? null : limit with { IsCap = cap };
    }

    private static Limit FromPaper(Sentence s)
    {
        var from = s.Take("agreement", "or", "contract") ? LengthFrom.AgreementOrContractMonths
            : s.Take("agreement") ? LengthFrom.AgreementMonths
            : s.Take("contract") ? LengthFrom.ContractMonths
            : LengthFrom.Fixed;
        s.Expect("months");
        s.Expect("from");
        return new Limit { Length = new Length(from, default), Starts = SpanPhrase.ReadStarts(s) };
    }

    // The number is judged with its unit: 120000 is too much of months, and of kilometres it is not.
    private static Limit FromNumber(Sentence s)
    {
        var count = s.Number(MostUsage);
        if (Words.Find<UsageKind>(s.Word) is { } kind)
        {
            s.Take(s.Word);
            return new Limit { Usage = new Usage(kind, count) };
        }
        var span = SpanPhrase.ReadUnit(s, count, Words.All<UsageKind>());
        s.Expect("from");
        return new Limit { Length = new Length(LengthFrom.Fixed, span), Starts = SpanPhrase.ReadStarts(s) };
    }
}
