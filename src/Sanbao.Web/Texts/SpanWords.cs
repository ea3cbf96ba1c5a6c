namespace Sanbao.Web.Texts;

internal static class SpanWords
{
    /// <summary>一直; 2026年1月1日 至 2026年12月31日: both days included.</summary>
    public static string Between(this Words w, DateOnly? from, DateOnly? until) => (from, until) switch
    {
        (null, null) => w["days.always"],
        ({ } first, null) => w["days.from", first],
        (null, { } last) => w["days.until", last],
        ({ } first, { } last) => w["days.between", first, last],
    };
}
