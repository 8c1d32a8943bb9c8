using System.Text.Json;

namespace Bot.Tests;

[Trait("Program", "Published")]
public sealed class AskJsonTests : IDisposable
{
    private readonly ProgramFolder _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task An_answer_has_exactly_the_promised_properties_in_their_order()
    {
        var answer = (await _work.RunAsync("ask", "--json", "/fact riyadh-talks-duration")).Json.Single();

        Assert.Equal(["question", "language", "outcome", "title", "text", "facts", "sources", "microseconds", "remarks"], Names(answer));
        Assert.Equal(["id", "statements", "status", "text", "when", "checked"], Names(answer.GetProperty("facts")[0]));
        Assert.All(
            answer.GetProperty("sources").EnumerateArray(),
            source => Assert.Equal(["id", "footnote", "title", "publisher", "date", "language", "url"], Names(source)));
    }

    [Fact]
    public async Task An_answer_holds_what_was_asked_and_what_is_known()
    {
        var answer = (await _work.RunAsync("ask", "--json", "/fact", "S41")).Json.Single();

        Assert.Equal("/fact S41", answer.GetProperty("question").GetString());
        Assert.Equal("en", answer.GetProperty("language").GetString());
        Assert.Equal("answered", answer.GetProperty("outcome").GetString());
        Assert.Equal("US–Russia talks in Riyadh", answer.GetProperty("title").GetString());
        Assert.True(answer.GetProperty("microseconds").GetInt64() > 0);

        var fact = answer.GetProperty("facts").EnumerateArray().Single();
        Assert.Equal("riyadh-talks-duration", fact.GetProperty("id").GetString());
        Assert.Equal(["S41"], fact.GetProperty("statements").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal("confirmed", fact.GetProperty("status").GetString());
        Assert.Equal("2025-02-18", fact.GetProperty("when").GetString());
        Assert.Equal("2026-11-22", fact.GetProperty("checked").GetString());
        Assert.Contains("about 4.5 hours", fact.GetProperty("text").GetString(), StringComparison.Ordinal);

        var source = answer.GetProperty("sources")[0];
        Assert.Equal(
            """{"id":"ref-15","footnote":15,"title":"Итоги переговоров в Эр-Рияде","publisher":"КоммерсантЪ","date":"2025-02-18","language":"ru","url":null}""",
            source.GetRawText());
    }

    [Fact]
    public async Task The_text_is_the_whole_answer_in_plain_text()
    {
        var plain = await _work.RunAsync("ask", "/fact", "S41");
        var json = await _work.RunAsync("ask", "--json", "/fact", "S41");

        Assert.Equal(plain.Output, json.Json.Single().GetProperty("text").GetString() + "\n");
    }

    [Theory]
    [InlineData("/about", "answered", 0)]
    [InlineData("/who Lavrof", "suggested", 1)]
    [InlineData("how do I make borscht", "unknown", 1)]
    [InlineData("/about lang:none", "invalid", 2)]
    [InlineData("thanks", "talk", 0)]
    [InlineData("How many chairs were there at the Riyadh talks?", "closest", 1)]
    public async Task Every_outcome_has_its_word_and_exit_code(string question, string outcome, int exitCode)
    {
        // What is only close to a question is known by all the other questions.
        if (outcome == "closest")
        {
            _work.Variables["Facts__Path"] = SampleBase.Folder;
        }

        var ended = await _work.RunAsync("ask", "--json", question);
        var answer = ended.Json.Single();

        Assert.Equal((exitCode, outcome), (ended.ExitCode, answer.GetProperty("outcome").GetString()));
        Assert.Equal(["question", "language", "outcome", "title", "text", "facts", "sources", "microseconds", "remarks"], Names(answer));
    }

    [Theory]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("zh_HK.UTF-8", "zh-Hant")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("uk-UA", "uk")]
    [InlineData("RU", "ru")]
    public async Task The_language_is_one_of_five(string tag, string language)
    {
        var answer = (await _work.RunAsync("ask", "--json", "--lang", tag, "/help")).Json.Single();

        Assert.Equal(language, answer.GetProperty("language").GetString());
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(p => p.Name);
}
