namespace Bot.EndToEnd.Tests.Monitoring;

/// <summary>The whole program serves a base of another kind without a word of the base that is shipped, also where nobody but operators looks.</summary>
public sealed class AnotherBaseTests : MonitoringTest
{
    [Fact]
    public async Task No_metric_health_answer_or_line_of_the_log_has_a_word_of_another_base()
    {
        await StartListeningProcessAsync(("Facts__Path", OpeningHours.Folder), ("Limits__PerUser", "0"));
        await WaitUntilReadyAsync();
        foreach (var request in OpeningHoursRequests.Tiers.Values)
        {
            await AskOnTelegramAsync(request);
        }

        await RunAsync(Ann, "about");
        await WaitForComponentAsync("discord", p => p.Status == "healthy");
        string[] read = [(await GetAsync("/metrics")).Text, (await GetAsync("/health/ready")).Text, (await GetAsync("/health/live")).Text];

        Assert.Contains("bot_answers_total", read[0], StringComparison.Ordinal);
        Assert.All(read.Concat(Log.Lines), text => Assert.Empty(WordsOfAnotherBase.In(text)));
    }
}
