namespace Sanbao.Domain.Tests.Charters;

public class WrongYamlTests
{
    private const string DeepList = "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[";

    /// <summary>What is wrong, the text with a » right before the place to be told, and what the sentence must say.</summary>
    public static TheoryData<string, string, string> Rows => new()
    {
        { "empty file", "»", "no content" },
        { "unknown key", Sample.Good + "»promisses: []\n", "Did you mean `promises`?" },
        { "repeated key", Sample.Good + "»version: 2\n", "`version` stands here twice" },
        { "missing key", "»" + Sample.Good.Replace("version: 1\n", ""), "`version` is missing" },
        { "missing key in a term", Sample.Head + "warranty:\n  remedies: repair\n  terms:\n    - »term: goods\n      ends: without end\n",
            "`name` is missing" },
        { "nothing after the colon", Sample.Good.Replace("version: 1", "version:»"), "nothing after the colon" },
        { "text where a map belongs", Sample.Good.Replace("{zh: 试, en: Test}", "»Test"), "Keys: zh, en" },
        { "list where a text belongs", Sample.Good.Replace("charter: T1", "charter: »[T1]"), "not a list or map" },
        { "text where a list belongs", Sample.Good + "promises: »reply\n", "A list is expected under `promises`" },
        { "version zero", Sample.Good.Replace("version: 1", "version: »0"), "from 1 to 1000000" },
        { "version in words", Sample.Good.Replace("version: 1", "version: »one"), "`one` is not a whole number" },
        { "date that does not exist", Sample.Good.Replace("2026-01-01", "»2026-02-30"), "write it as 2026-05-01" },
        { "unknown time zone", Sample.Good + "zone: »Asia/Shangai\n", "Did you mean `Asia/Shanghai`?" },
        { "unknown law", Sample.Good + "law: »cn-consumers\n", "Did you mean `cn-consumer`?" },
        { "unknown holidays", Sample.Good + "working-time: {holidays: »ch}\n", "Did you mean `cn`?" },
        { "unknown word", Sample.Term("ends: without end\nalso-covers: [wear, »wrong-good]"), "Did you mean `wrong-goods`?" },
        { "misspelt event in a phrase", Sample.Term("ends: 12 months from »comissioned"), "Did you mean `commissioned`?" },
        { "misspelt unit", Sample.Term("ends: 12 »moths from delivered"), "Did you mean `months`?" },
        { "wrong word in a quoted phrase", Sample.Term("ends: \"12 months »of delivered\""), "expected: from" },
        { "unfinished phrase", Sample.Term("ends: 12 months from delivered with invoice»"), "expected next: evidence" },
        { "phrase that goes on", Sample.Term("ends: 12 months from delivered »please"), "should end before `please`" },
        { "length beyond reason", Sample.Term("ends: 500 »years from delivered"), "at most 100 years" },
        { "slip in an open word", Sample.Term("ends: without end\nfor: {component: »strucure}"), "Did you mean `structure`?" },
        { "no end at all", Sample.Term("ends: »[]"), "write `without end`" },
        { "only caps", Sample.Term("ends: »cap 12 months from delivered"), "only caps" },
        { "unreachable term", Sample.Good.Replace("  remedies", """
                - »term: pump
                  name: {zh: 泵, en: Pump}
                  for: {component: metering-pump}
                  ends: 24 months from delivered
              remedies
            """), "`goods` on line 7 takes everything" },
        { "closing rule that asks nothing", Sample.Good + "closing:\n  - »{category: fault}\n", "`needs` is missing" },
        { "waived what cannot be", Sample.Good + "closing:\n  - {category: fault, waives: »solution}\n", "outcome" },
        { "term that those above it leave nothing", Sample.Head + """
            warranty:
              remedies: repair
              terms:
                - {term: ours, name: {zh: 甲, en: A}, for: {source: [own, bought-in]}, ends: 12 months from sold}
                - term: theirs
                  name: {zh: 乙, en: B}
                  for: {source: [user-designated, private-label, unqualified-supplier, bought-on-behalf]}
                  ends: without end
                - »{term: rest, name: {zh: 丙, en: C}, ends: 24 months from sold}

            """, "together take everything" },
        { "term for a cause that is never covered", Sample.Head
            + "warranty:\n  remedies: repair\n  never-covered: [{causes: wear}]\n  terms:\n"
            + "    - »{term: t, name: {zh: 甲, en: A}, for: {cause: wear}, ends: without end}\n",
            "which is never covered" },
        { "promise given twice", Sample.Promise("due: 2 hours after reported\nmet-by: replied")
            + "  - {promise: reply, key: »again, name: {zh: 甲, en: A}, due: 1 hour after reported, met-by: replied}\n",
                "would run for the same case" },
        { "times that leave nothing over", Sample.Promise(
            "due:\n  - {when: {zone: city}, within: 1 hour after reported}\n  - {when: {zone: [county, other]}, within: 2 hours "
                + "after reported}\n  - »3 hours after reported\nmet-by: replied"),
            "never reached" },
        { "exception outside its region", Sample.Good + "regions: {city: {codes: [\"3205\"], except: [»\"3301\"]}}\n", "excepts nothing" },
        { "phrase that lacks its last word", Sample.Term("ends: 12 months from sold with»"), "a word is missing" },
        { "exclusion of nothing", Sample.InWarranty("never-covered:\n  - »evidence: photo"), "names `causes` or `components`" },
        { "repeated code", Sample.Good.Replace("  remedies", "    - {term: »goods, name: {zh: 泵, en: P}, ends: without end}\n  remedies"),
            "already taken" },
        { "a fault without a remedy", Sample.Good.Replace("remedies: repair", "remedies: »[]"), "`remedies` is empty" },
        { "a right to nothing", Sample.InWarranty("rights:\n  - {right: free, gives: »[], when: {batch: true}}"), "`gives` is empty" },
        { "a minimum that cuts short", Sample.Term(
            "ends: 12 months from sold\nat-least: [6 months from sold, »cap 18 months from shipped]"), "remove `cap`" },
        { "a minimum of use", Sample.Term("ends: 12 months from sold\nat-least: »500 hours"), "would have no effect" },
        { "a supplier's term of use", Sample.InWarranty("supplier-term: {source: bought-in, lasts: cap »2000 hours, pays: parts}"),
            "would have no effect" },
        { "spare parts by use", Sample.InWarranty("parts-available: »2000 hours"), "would have no effect" },
        { "a right for faults that are of no batch",
            Sample.InWarranty("rights:\n  - {right: single, gives: exchange, when: {batch: »false}}"), "can only be `true`" },
        { "a payer that no charter names", Sample.InWarranty("who-pays:\n  - {when: covered, parts: cost paid by »open}"),
            "company, customer, dealer, maker" },
        { "quality excluded", Sample.InWarranty("never-covered:\n  - causes: »[quality]"), "cannot be excluded" },
        { "right without condition", Sample.InWarranty("rights:\n  - »right: free\n    gives: exchange"), "has no condition" },
        { "percentage out of range", Sample.InWarranty("paid-exchange: »120 % of the price per day since sold"), "at most 100" },
        { "payer rule that never applies", Sample.InWarranty(
            "who-pays:\n  - {when: always, parts: free}\n  - »{when: covered, parts: cost}"), "never applies" },
        { "part of what is free", Sample.InWarranty("who-pays:\n  - {when: covered, parts: 50 % of free»}"), "no part and no payer" },
        { "unknown region", Sample.Promise("for: {region: »near}\ndue: 2 hours after reported\nmet-by: replied"), "no region `near`" },
        { "region code in words", Sample.Good + "regions: {city: [»Suzhou]}\n", "2 to 12 digits" },
        { "promise that never starts", Sample.Promise("due: »when solution is missed\nmet-by: replied"), "no other promise `solution`" },
        { "promise met when it starts", Sample.Promise("due: 2 hours after reported\nmet-by: »reported"), "met when it starts" },
        { "time that never applies", Sample.Promise(
            "for: {mode: phone}\ndue:\n  - »{when: {mode: return}, within: 2 hours after reported}\nmet-by: replied"), "contradicts" },
        { "time that is never reached", Sample.Promise(
            "due:\n  - 2 hours after reported\n  - »{when: {zone: city}, within: 1 hour after reported}\nmet-by: replied"),
            "never reached" },
        { "day that no year has", Sample.Promise("due: every year by »02-30 from sold\nmet-by: replied"), "not a day of the year" },
        { "windows that overlap", Sample.Good + "working-time: {monday: \"08:30-12:00, »11:00-17:30\"}\n", "overlaps" },
        { "window that runs backwards", Sample.Good + "working-time: {monday: »17:30-08:30}\n", "does not end after it begins" },
        { "week without work", Sample.Good + "working-time: »{monday: off}\n", "No day of the week" },
        { "misspelt day", Sample.Good + "working-time: {monday to »fryday: 08:30-17:30}\n", "Did you mean `friday`?" },
        { "tab", Sample.Good.Replace("  remedies", "»\tremedies"), "indented with a tab" },
        { "quotation mark left open", Sample.Good + "line: »\"tablet\n", "never closed" },
        { "bracket left open", Sample.Good + "ladder: »[phone\npromises: []\n", "bracket" },
        { "colon inside text", Sample.Good + "line: a»: b\n", "colon" },
        { "alias", Sample.Good + "about: »&a {zh: 试, en: Test}\n", "not part of the format" },
        { "tag", Sample.Good + "line: »!!str tablet\n", "not part of the format" },
        { "two documents", Sample.Good + "»---\n" + Sample.Good, "One file holds one charter" },
        { "nesting", "charter: " + DeepList[..15] + "»" + DeepList, "deeper than 16" },
        { "size", "»" + new string('#', 300_000), "larger than 256 KB" },
    };

    [Theory, MemberData(nameof(Rows))]
    public void Wrong_text_gets_its_line_its_column_and_a_useful_sentence(string what, string marked, string says)
    {
        var text = Sample.Unmarked(marked);
        var error = Sample.Errors(text).ShouldHaveSingleItem(what);
        error.In(chinese: false).ShouldContain(says);
        (error.Line, error.Column).ShouldBe(Sample.PlaceOf(marked), error.ToString());
    }

    [Fact]
    public void The_command_line_prints_file_line_column_and_message() =>
        Sample.Errors(Sample.Good.Replace("2026-01-01", "soon")).Single().ToString(chinese: false)
            .ShouldBe("t.yaml:4:11: `soon` is not a date; write it as 2026-05-01.");

    [Fact]
    public void All_errors_of_a_file_are_told_in_the_order_of_the_text() =>
        Sample.Errors(Sample.Good.Replace("version: 1", "version: 0").Replace("from delivered", "from delivery") + "zzz: 1\n")
            .Select(e => e.Line).ShouldBe([2, 9, 11]);

    [Fact]
    public void The_sample_itself_is_in_order() => Sample.Errors(Sample.Good).ShouldBeEmpty();

    [Theory, MemberData(nameof(Rows))]
    public void Every_error_reads_in_Chinese_too(string what, string marked, string says)
    {
        var chinese = Sample.Errors(Sample.Unmarked(marked))[0].In(chinese: true);
        chinese.Any(c => c is >= '一' and <= '龥').ShouldBeTrue($"{what}: {says}");
    }
}
