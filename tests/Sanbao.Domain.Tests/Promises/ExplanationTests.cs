using System.Collections.Immutable;
using FsCheck.Fluent;
using System.Text.Json;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Promises;
using static Sanbao.Domain.Tests.Promises.ByHand;
using Case = Sanbao.Domain.Promises.Case;

namespace Sanbao.Domain.Tests.Promises;

public class ExplanationTests
{
    [Fact]
    public void It_says_the_name_and_due_then_start_amount_and_state()
    {
        var told = Told("S0", Fault, "2026-05-03 02:30", Reported("2026-05-02 23:30"));
        told.Says.ShouldBe(Phrase.Of("promise.due", new Bilingual("首次答复", "First reply"), Shared.At("2026-05-03 01:30")));
        told.Children.Select(c => c.Says).ShouldBe([
            Phrase.Of("promise.started", new Word("event-kind.reported"), Shared.At("2026-05-02 23:30")),
            Phrase.Of("promise.after-hours", 2),
            Phrase.Of("promise.missed", TimeSpan.FromMinutes(60))]);
    }

    [Fact]
    public void A_count_of_the_contract_and_the_calendar_stand_below_the_amount()
    {
        var visit = Fault with { Mode = ServiceMode.OnSite, Contract = ImmutableDictionary<string, int>.Empty.Add("responseDays", 2) };
        var told = Told("S6", visit, "2026-12-30 16:00", Reported("2026-12-30 15:00"));
        told.Children[1].Says.ShouldBe(Phrase.Of("promise.after-working-days", 2));
        told.Children[1].Children.Select(c => c.Says.Code).ShouldBe(["promise.from-contract", "promise.calendar"]);
        told.Children[2].Says.Code.ShouldBe("promise.calendar-unannounced");
    }

    [Fact]
    public void Each_pause_is_told_and_one_that_is_open_as_such()
    {
        var rule = Rule(PromiseCode.Solution, After(240, AmountUnit.Minutes, EventKind.Reported), EventKind.Solved)
            .PausedBy(PauseParty.Customer);
        var told = PromiseEngine.Explain(Charter(rule), Fault,
            [Reported("2026-05-11 10:00"), Paused("2026-05-11 11:00"), Resumed("2026-05-11 12:00"), Paused("2026-05-11 13:00")],
            Shared.At("2026-05-11 15:00")).Single().Explanation;
        told.Children.Skip(2).Select(c => c.Says).ShouldBe([
            Phrase.Of("promise.pause", Shared.At("2026-05-11 11:00"), Shared.At("2026-05-11 12:00")),
            Phrase.Of("promise.pause-open", Shared.At("2026-05-11 13:00")),
            Phrase.Of("promise.paused")]);
    }

    [Fact]
    public void The_loaner_tells_whose_miss_it_comes_from()
    {
        var told = PromiseEngine.Explain(Systems.Of("S9"), Fault, [Reported("2026-05-06 13:20")], Shared.At("2026-05-07 02:00"))
            .Single(e => e.Deadline.Promise == PromiseCode.Loaner).Explanation;
        told.Says.Code.ShouldBe("promise.owed-since");
        told.Children[0].Says.ShouldBe(
            Phrase.Of("promise.started-by-missed", new Word("promise-code.solution"), Shared.At("2026-05-07 01:20")));
    }

    [Fact]
    public void Every_phrase_and_each_of_its_arguments_has_words_in_both_languages()
    {
        using var texts = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("src", "Sanbao.Web", "Texts", "promises.json")));
        var said = Cases.AnyEvents.Zip(Cases.AnyInstant).Zip(Cases.AnyCharter).Sample(300)
            .SelectMany(x => PromiseEngine.Explain(x.Item2, Fault, x.Item1.Item1, x.Item1.Item2)).SelectMany(e => e.Explanation.All())
                .ToList();
        said.Select(e => e.Says.Code).Distinct().Count().ShouldBeGreaterThan(15);
        foreach (var phrase in said.Select(e => e.Says).DistinctBy(p => p.Code))
            foreach (var language in new[] { "zh", "en" })
                for (var i = 0; i < phrase.Arguments.Length; i++)
                    texts.RootElement.GetProperty(phrase.Code).GetProperty(language).GetString()!.ShouldContain($"{{{i}");
    }

    private static Explanation Told(string charter, Case @case, string now, CaseEvent report) =>
        PromiseEngine.Explain(Systems.Of(charter), @case, [report], Shared.At(now)).Single().Explanation;
}
