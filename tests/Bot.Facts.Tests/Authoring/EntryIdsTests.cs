using Bot.Facts.Authoring;

namespace Bot.Facts.Tests.Authoring;

public sealed class EntryIdsTests : IDisposable
{
    private const string Call = "2025-02/call.yaml";

    private readonly TemporaryFolder _folder = new SmallBase().ToFolder();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2025-03-11", "us, kyiv", null, "2025-03-11-kyiv")]
    [InlineData("2025-03-11 to 2025-03-12", "us, kyiv", "lviv", "2025-03-11-lviv")]
    [InlineData("2025-03-11", "us, trump", null, "talks")]
    [InlineData("2025-03", "kyiv", null, "talks")]
    public void An_event_is_proposed_the_id_of_its_day_and_its_city(string when, string about, string? place, string id)
    {
        const string City = "    kind: place\n    side: us\n    name: { en: Kyiv, zh-Hant: 基輔, zh-Hans: 基辅, ru: Киев, uk: Київ }\n";
        _folder.Write("names/places.yaml", $"{Text("names/places.yaml")}  - id: kyiv\n{City}  - id: lviv\n{City}");

        Assert.Equal(id, new FactBaseEditor(_folder.Path).ProposeId(EntryKind.Event, Values([("title", "The talks"), ("when", when), ("about", about), .. place is null ? [] : ((string, string)[])[("place", place)]])));
    }

    [Theory]
    [InlineData("call-held", "call-length", "Did they agree?", "call-they-agree")]
    [InlineData("call-held", "call-length", null, "call-2")]
    [InlineData("march-call-held", "march-call-length", "How long was the call?", "march-call-long")]
    [InlineData("opened", "closed", "Did they agree?", "they-agree")]
    [InlineData("opened", "closed", null, "call-2")]
    public void A_fact_is_proposed_an_id_that_begins_like_those_of_its_event(string first, string second, string? question, string id)
    {
        _folder.Write(Call, Text(Call).Replace("id: call-held", $"id: {first}", StringComparison.Ordinal).Replace("id: call-length", $"id: {second}", StringComparison.Ordinal));
        _folder.Write("2025-02/other.yaml", "event:\n  id: other\n  when: 2025-02-13\nfacts:\n  - id: call\n");

        Assert.Equal(id, new FactBaseEditor(_folder.Path).ProposeId(EntryKind.Fact, Values([("event", "call"), .. question is null ? [] : ((string, string)[])[("questions", question)]])));
    }

    private static Dictionary<string, IReadOnlyList<string>> Values(params (string Field, string Value)[] values) =>
        values.GroupBy(v => v.Field).ToDictionary(v => v.Key, v => (IReadOnlyList<string>)[.. v.Select(p => p.Value)]);

    private string Text(string file) => File.ReadAllText(Path.Combine(_folder.Path, file));
}
