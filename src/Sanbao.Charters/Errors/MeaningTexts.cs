namespace Sanbao.Charters.Errors;

/// <summary>What reads well and yet cannot be meant.</summary>
internal static class MeaningTexts
{
    public static readonly (string Code, string Zh, string En)[] All =
    [
        ("repeated-code", "代码“{0}”已经用过。", "The code `{0}` is already taken."),
        ("no-terms", "至少要有一个保修条款。", "There must be at least one term."),
        ("ends-empty", "没有写保修何时结束；不限期请写 without end。", "Nothing says when the term ends; write `without end` if it never does."),
        ("list-empty", "“{0}”不能是空的，至少写一项。", "`{0}` is empty; name at least one."),
        ("least-cap", "at-least 里不能用 cap：最短期限只会延长，不会截短。请去掉 cap。", "A minimum only lengthens, so nothing is cut short here; remove `cap`."),
        ("use-without-effect", "这里只能写时间长度：使用量在此不起作用。", "Only a length of time counts here; an amount of use would have no effect."),
        ("batch-false", "batch 只能写 true：是否批量缺陷往往事后才知道。", "`batch` can only be `true`: that a fault is one of a batch is found out later."),
        ("only-caps", "只有上限（cap），没有保修期本身；请去掉一个 cap。", "There are only caps and no period to cut short; remove a `cap`."),
        ("unreachable-term", "条款“{0}”永远用不到：第 {2} 行的条款“{1}”已经包含它适用的一切情形。请把它移到前面。",
            "The term `{0}` is never reached: `{1}` on line {2} takes everything it is for. Move it up."),
        ("unreachable-together", "条款“{0}”永远用不到：它前面的条款合起来已经包含它适用的一切情形。",
            "The term `{0}` is never reached: the terms above it together take everything it is for."),
        ("cause-excluded", "条款“{0}”所保的原因“{1}”又列在不保范围内。", "The term `{0}` is for the cause `{1}`, which is never covered."),
        ("exclusion-empty", "不保范围要写明 causes 或 components。", "An exclusion names `causes` or `components`."),
        ("quality-excluded", "质量问题和原因不明不能列入不保范围。", "Quality and unknown cannot be excluded; nothing would be covered."),
        ("right-unconditional", "权利“{0}”没有条件（after、within 或 when）；无条件的请写在 remedies 下。",
            "The right `{0}` has no condition (`after`, `within` or `when`); what is always due stands under `remedies`."),
        ("payer-empty", "没有写由谁承担哪一项（parts、labour、travel、freight）。", "It does not say who pays what (parts, labour, travel, freight)."),
        ("unreachable-payer", "这一条永远用不到：前面的条目已经规定了它的全部情形。", "This rule never applies: the rules above it settle all that it says."),
        ("due-empty", "没有写时限。", "No time is given."),
        ("time-never", "承诺“{0}”的这一时限永远用不到：它的条件与该承诺的适用范围不相容。",
            "This time of `{0}` never applies: its `when` contradicts the promise's `for`."),
        ("unreachable-time", "承诺“{0}”的这一时限永远用不到：前面的时限已经包含它的全部情形。",
            "This time of `{0}` is never reached: those above it take every case it is for."),
        ("promise-twice", "“{0}”与“{1}”都是 {2}，且会同时适用于同一情形。请用 for 把它们分开。",
            "`{0}` and `{1}` are both `{2}` and would run for the same case. Keep them apart with `for`."),
        ("met-at-start", "承诺“{0}”从“{1}”开始计时，又以“{1}”为履行，一开始就已履行。",
            "`{0}` is counted from `{1}` and met by `{1}`: it would be met when it starts."),
        ("cancelled-at-start", "承诺“{0}”从“{1}”开始计时，又因“{1}”取消，永远不会开始。",
            "`{0}` is counted from `{1}` and cancelled by `{1}`: it never starts."),
        ("never-starts", "承诺“{0}”永远不会开始：没有另一个会逾期的“{1}”承诺。", "`{0}` never starts: there is no other promise `{1}` that can be missed."),
        ("day-twice", "{0} 的工作时间写了两次。", "The working time of {0} is given twice."),
        ("day-both", "{0:yyyy-MM-dd} 既写为休息日又写为工作日。", "{0:yyyy-MM-dd} is given both as off and as worked."),
        ("no-working-day", "一周里没有工作日。", "No day of the week is worked."),
        ("except-outside", "“{0}”不在 codes 的范围内，无需排除。", "`{0}` does not begin with one of the codes, so it excepts nothing."),
        ("version-changed", "{0} 第 {1} 版已经存在且内容不同。版本的内容不能更改，请写成第 {2} 版。",
            "{0} version {1} is known with another text. The text of a version never changes; make this version {2}."),
        ("version-behind", "{0} 已有第 {1} 版，新版本请写成第 {2} 版。", "{0} has version {1} already; make this version {2}."),
        ("law-of-law", "“{0}”自身也引用法定规则，不能作为法定规则。", "`{0}` has a law of its own, or is the charter itself, so it cannot be a law."),
    ];
}
