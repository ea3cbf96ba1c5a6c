using System.Globalization;
using Sanbao.Domain.Charters;

namespace Sanbao.Charters.Phrases;

/// <summary>One end of a term: <c>12 months from delivered</c>, <c>cap 18 months from ex-factory</c>, <c>cap 2000 hours</c>.</summary>
internal static class LimitPhrase
{
    public const int MostUsage = 10_000_000;

    public static Limit? Read(Sentence s) => Read(s, useEnds: true);

    /// <summary>Where only time counts (supplier's term, spare parts): use would never have an effect.</summary>
    public static Limit? ReadTime(Sentence s) => Read(s, useEnds: false);

    /// <summary>A minimum: of time, and nothing that cuts short.</summary>
    public static Limit? ReadLeast(Sentence s)
    {
        if (s.Word == "cap") s.Fail("least-cap");
        return Read(s, useEnds: false);
    }

    private static Limit? Read(Sentence s, bool useEnds)
    {
        var cap = s.Take("cap");
        if (!useEnds && Words.Find<UsageKind>(s.Peek(1)) is not null) s.Fail("use-without-effect");
        var limit = s.Word switch
        {
            "contract" or "agreement" => FromPaper(s),
            _ => FromNumber(s),
        };
        s.End();
        return s.Failed ? null : limit with { IsCap = cap };
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

    private static Limit FromPaper(Sentence s)
    {
        var from = s.Take("agreement", "or", "contract") ? LengthFrom.AgreementOrContractMonths
            : s.Take("agreement") ? LengthFrom.AgreementMonths
            : s.Take("contract") ? LengthFrom.ContractMonths
            : LengthFrom.Fixed;
        s.Expect("months", "from");
        return new Limit { Length = new Length(from, default), Starts = SpanPhrase.ReadStarts(s) };
    }

    private static Limit FromNumber(Sentence s)
    {
        var start = s.Peek(1);
        if (Words.Find<UsageKind>(start) is { } kind)
        {
            var amount = s.Number(MostUsage);
            s.Take(start);
            return new Limit { Usage = new Usage(kind, amount) };
        }
        var span = SpanPhrase.Read(s);
        s.Expect("from");
        return new Limit { Length = new Length(LengthFrom.Fixed, span), Starts = SpanPhrase.ReadStarts(s) };
    }
}
