using System.Text.RegularExpressions;
using Bot.Logging;

namespace Bot.Tests;

[Trait("Program", "Published")]
public sealed partial class LiveReloadTests : IDisposable
{
    private const string Question = "/fact riyadh-talks-duration lang:en";
    private const string Title = "US–Russia talks in Riyadh";
    private const string Duration = "lasted about 4.5 hours";

    private readonly ProgramFolder _work = new();
    private readonly string _facts;
    private readonly string _file;
    private readonly string _original;

    public LiveReloadTests()
    {
        _facts = _work.CopyFacts();
        _file = Path.Combine(_facts, "2025-02-riyadh", "02-18-riyadh-talks.yaml");
        _original = File.ReadAllText(_file);
    }

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task A_valid_edit_is_served_without_a_restart()
    {
        await using var bot = _work.Start();
        Assert.Contains(Duration, await bot.AskAsync(Question), StringComparison.Ordinal);

        Save(_file, _original.Replace(Duration, "lasted edited hours", StringComparison.Ordinal));
        await bot.LoggedAsync(HostEvents.FactsReloaded);

        Assert.Contains("lasted edited hours", await bot.AskAsync(Question), StringComparison.Ordinal);
        Assert.Equal(0, (await bot.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task A_broken_edit_is_logged_in_full_and_the_old_answers_go_on()
    {
        await using var bot = _work.Start();
        var before = await bot.AskAsync(Question);
        var about = await bot.AskAsync("/about");

        Save(_file, "nope: 1\nnope2: 2\n" + _original.Replace(Duration, "lasted broken hours", StringComparison.Ordinal));
        var message = await bot.LoggedAsync(HostEvents.FactsRejected);
        Assert.Contains(" 2 problem(s)", message, StringComparison.Ordinal);
        Assert.Contains($" {Version().Match(about).Groups[1].Value} ", message, StringComparison.Ordinal);
        Assert.EndsWith("2025-02-riyadh/02-18-riyadh-talks.yaml:1:1: unknown key 'nope'; use one of: event, facts", await bot.ErrorAsync("'nope'"), StringComparison.Ordinal);
        Assert.EndsWith("2025-02-riyadh/02-18-riyadh-talks.yaml:2:1: unknown key 'nope2'; use one of: event, facts", await bot.ErrorAsync("'nope2'"), StringComparison.Ordinal);
        Assert.Equal(before, await bot.AskAsync(Question));
        Assert.Equal(about, await bot.AskAsync("/about"));

        Save(_file, _original.Replace(Duration, "lasted fixed hours", StringComparison.Ordinal));
        await bot.LoggedAsync(HostEvents.FactsReloaded);
        Assert.Contains("lasted fixed hours", await bot.AskAsync(Question), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_base_that_vanishes_is_logged_and_the_old_answers_go_on()
    {
        await using var bot = _work.Start();
        var before = await bot.AskAsync(Question);

        Directory.Move(_facts, _facts + "-away");
        await bot.ErrorAsync("there is no such folder; set Facts:Path to the folder of the base");

        Assert.Equal(before, await bot.AskAsync(Question));
    }

    [Fact]
    public async Task Fifty_edits_in_a_row_never_mix_in_an_answer()
    {
        await using var bot = _work.Start();
        var answers = new List<string>();
        for (var i = 1; i <= 50; i++)
        {
            Save(_file, Edited(i));
            answers.Add(await bot.AskAsync(Question));
        }

        answers.AddRange(await bot.AskUntilAsync(Question, "edit50"));
        foreach (var i in (int[])[51, 52, 53])
        {
            Save(_file, Edited(i));
            answers.AddRange(await bot.AskUntilAsync(Question, $"edit{i}"));
        }

        Assert.All(answers, answer => Assert.Single(Edits(answer).Distinct()));
        Assert.Equal(["edit53", "edit53"], Edits(answers[^1]));
        Assert.Equal(answers.Select(a => int.Parse(Edits(a)[0][4..])).Order(), answers.Select(a => int.Parse(Edits(a)[0][4..])));
    }

    private string Edited(int edit) => _original
        .Replace($"en: {Title}", $"en: Talks edit{edit}", StringComparison.Ordinal)
        .Replace(Duration, $"lasted edit{edit} hours", StringComparison.Ordinal);

    private static List<string> Edits(string answer)
    {
        var edits = EditMark().Matches(answer).Select(m => m.Value).ToList();
        return edits.Count > 0 ? edits : ["edit0"];
    }

    // As editors do: written beside and moved over, so that no half file is ever seen.
    private static void Save(string file, string text)
    {
        File.WriteAllText(file + ".new", text);
        File.Move(file + ".new", file, overwrite: true);
    }

    [GeneratedRegex("edit[0-9]+")]
    private static partial Regex EditMark();

    [GeneratedRegex("Version of the base: ([0-9a-f]{8})")]
    private static partial Regex Version();
}
