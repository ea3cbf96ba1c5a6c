namespace Sanbao.Charters.Errors;

/// <summary>What can be wrong with a single value or a phrase.</summary>
internal static class ValueTexts
{
    public static readonly (string Code, string Zh, string En)[] All =
    [
        ("not-a-text", "这里应当是一个词或一句话，不能是列表或分项。", "A word or phrase is expected here, not a list or map."),
        ("not-a-name", "“{0}”不能作为代码：只能用字母、数字和连字符，最多 40 个字符。", "`{0}` is not a code: use letters, digits and hyphens, at most 40."),
        ("not-a-number", "“{0}”不是整数。", "`{0}` is not a whole number."),
        ("number-range", "{0} 超出范围，应在 {1} 到 {2} 之间。", "{0} is out of range; it must be from {1} to {2}."),
        ("not-a-date", "“{0}”不是有效日期，请写成 2026-05-01 的形式。", "`{0}` is not a date; write it as 2026-05-01."),
        ("text-too-long", "文字有 {0} 个字符，最多 {1} 个。", "The text has {0} characters; at most {1} are allowed."),
        ("unknown-word", "不认识“{0}”。可用的词：{1}。", "Unknown word `{0}`. Words here: {1}."),
        ("slip", "“{0}”与系统已知的词只差一两个字母，很可能是笔误。已知的词：{1}。确实要用它，请写进 own-words。",
            "`{0}` is nearly a word that the product knows, so it is taken for a slip. Known words: {1}. If it is meant, name it "
                + "under `own-words`."),
        ("unknown-zone", "没有时区“{0}”。时区写作 Asia/Shanghai、Europe/Berlin、UTC 等。",
            "There is no time zone `{0}`; zones are called Asia/Shanghai, Europe/Berlin, UTC and so on."),
        ("unknown-holidays", "没有节假日表“{0}”。已有：{1}。", "There are no holidays `{0}`. Known: {1}."),
        ("unknown-region", "本服务承诺没有定义区域“{0}”。已定义：{1}。", "This charter has no region `{0}`. Its regions: {1}."),
        ("unknown-law", "没有名为“{0}”的法定规则。已有：{1}。", "There is no law `{0}`. Known: {1}."),
        ("region-code", "“{0}”不是行政区划代码：应为 2 到 12 位数字。", "`{0}` is not a region code: 2 to 12 digits."),
        ("phrase-word", "这里不能写“{0}”，应为：{1}。", "`{0}` does not fit here; expected: {1}."),
        ("phrase-short", "这句话没有写完，接下来应为：{0}。", "The phrase ends too early; expected next: {0}."),
        ("phrase-early", "这句话没有写完。", "The phrase ends too early; a word is missing."),
        ("phrase-end", "这句话到“{0}”之前就应当结束。", "The phrase should end before `{0}`."),
        ("phrase-count", "“{0}”不是数字：多少要写成数字加单位，如 24 months。",
            "`{0}` is no number; write how much as a number and a unit, such as 24 months."),
        ("phrase-number", "“{0}”处应当是 1 到 {1} 的整数。", "A whole number from 1 to {1} is expected instead of `{0}`."),
        ("phrase-number-end", "这句话没有写完，接下来应为 1 到 {1} 的整数。", "The phrase ends too early; a whole number from 1 to {1} is expected next."),
        ("phrase-percent", "“{0}”处应当是百分数，如 0.5 %。", "A percentage such as 0.5 % is expected instead of `{0}`."),
        ("phrase-percent-end", "这句话没有写完，接下来应为百分数，如 0.5 %。", "The phrase ends too early; a percentage such as 0.5 % is expected next."),
        ("percent-range", "百分数 {0} 超出范围，应大于 0，最多 100。", "The percentage {0} is out of range; it must be above 0 and at most 100."),
        ("span-too-long", "期限过长：{0}。最多 100 年。", "{0} is too long; at most 100 years."),
        ("contract-name", "“{0}”不是合同中的名称，例如 responseDays。", "`{0}` is not a name in the contract, such as responseDays."),
        ("contract-unit", "合同约定的数量只能以分钟、天、工作日或月为单位。", "What the contract notes is counted in minutes, days, working days or months."),
        ("no-cap-here", "这里写不了 cap：上限只能缩短 ends 写的保修期。", "A `cap` has no effect here: it cuts short what `ends` promises."),
        ("grid-in-months", "周期只能按月写（every 3 months from …）或按日期写（every year by 05-31 from …）。",
            "What recurs is counted in months (`every 3 months from …`) or by days of the year (`every year by 05-31 from …`)."),
        ("month-day", "“{0}”不是一年中的日子，请写成 05-31 的形式。", "`{0}` is not a day of the year; write it as 05-31."),
        ("ordinal", "“{0}”不是每月的日子，请写成 1st、2nd、15th 的形式。", "`{0}` is not a day of the month; write it as 1st, 2nd, 15th."),
        ("free-is-free", "“free”就是由公司承担，后面不能再写比例或付款方。", "`free` is paid by the company; no part and no payer go with it."),
        ("part-of-another", "比例只能用于客户承担的部分。", "A part can be given only of what the customer pays."),
        ("hours", "“{0}”不是工作时段，请写成 08:30-17:30 的形式。", "`{0}` is not a stretch of working time; write it as 08:30-17:30."),
        ("hours-backwards", "工作时段“{0}”的结束不晚于开始。", "The working time `{0}` does not end after it begins."),
        ("hours-overlap", "工作时段“{0}”与前一时段重叠，或顺序有误。", "The working time `{0}` overlaps the one before it, or stands before it in the day."),
        ("days-backwards", "“{0}”的起止日期颠倒，或超过 366 天。", "The days `{0}` run backwards or over more than 366 days."),
    ];
}
