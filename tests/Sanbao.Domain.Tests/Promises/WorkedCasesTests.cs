using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using Case = Sanbao.Domain.Promises.Case;

namespace Sanbao.Domain.Tests.Promises;

/// <summary>The worked cases of the contract: requests as the preview gets them, and the due instants that must come out.</summary>
public class WorkedCasesTests
{
    public static IEnumerable<TheoryDataRow<int, string>> Cases() =>
        File.ReadLines(Repository.PathOf("tests", "acceptance", "worked-deadlines.jsonl"))
            .Select((line, i) => new TheoryDataRow<int, string>(i + 1, line));

    [Theory, MemberData(nameof(Cases))]
    public void Comes_out_as_worked(int number, string line)
    {
        var json = JsonDocument.Parse(line).RootElement;
        var request = json.GetProperty("request");
        var events = request.GetProperty("events").EnumerateArray()
            .Select(e => new CaseEvent(Word<EventKind>(e.GetProperty("kind"))!.Value, Instant(e.GetProperty("at"))));
        var due = PromiseEngine.DeadlinesOf(Systems.Of(request.GetProperty("charter").GetString()!), Read(request), [.. events],
            Instant(request.GetProperty("now")))
            .ToDictionary(d => d.Promise, d => d.Due);
        foreach (var expected in json.GetProperty("expect").EnumerateObject())
            due[Enum.Parse<PromiseCode>(expected.Name.Replace("-", ""), ignoreCase: true)]
                .ShouldBe(Instant(expected.Value), $"case {number}");
    }

    [Fact]
    public void There_are_worked_cases() => Cases().Count().ShouldBeGreaterThanOrEqualTo(70);

    private static Case Read(JsonElement request) => new()
    {
        Category = Word<RequestCategory>(Optional(request, "category")),
        Mode = Word<ServiceMode>(Optional(request, "mode")),
        Zone = Word<Zone>(Optional(request, "zone")),
        RegionCode = Optional(request, "regionCode") is { ValueKind: JsonValueKind.String } code ? code.GetString() : null,
        Special = Optional(request, "special") is { ValueKind: JsonValueKind.True },
        Contract = Optional(request, "contract") is { ValueKind: JsonValueKind.Object } contract
            ? contract.EnumerateObject().ToImmutableDictionary(p => p.Name, p => p.Value.GetInt32())
            : ImmutableDictionary<string, int>.Empty,
    };

    private static JsonElement? Optional(JsonElement from, string name) => from.TryGetProperty(name, out var value) ? value : null;

    private static T? Word<T>(JsonElement? word) where T : struct, Enum =>
        word is { ValueKind: JsonValueKind.String } text ? Enum.Parse<T>(text.GetString()!.Replace("-", ""), ignoreCase: true) : null;

    private static DateTimeOffset Instant(JsonElement text) => DateTimeOffset.Parse(text.GetString()!, CultureInfo.InvariantCulture);
}
