using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Logging;

namespace Bot.EndToEnd.Tests.Faults;

/// <summary>What happens to the files of the base while the bot answers on both platforms.</summary>
public sealed partial class FactsFaultsTests : FaultsTest
{
    private const string Duration = "lasted about 4.5 hours";

    private string _facts = "";
    private string _file = "";
    private string _original = "";

    private protected override TimeSpan MaxDuration => TimeSpan.FromSeconds(40);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        ExpectsErrors = true;
        _facts = SampleBase.Copy(Folder, SmallSample.Folder);
        _file = Directory.EnumerateFiles(_facts, "*.yaml", SearchOption.AllDirectories).Single(f => File.ReadAllText(f).Contains($"2025 {Duration}", StringComparison.Ordinal));
        _original = await File.ReadAllTextAsync(_file, Deadline);
    }

    [Fact]
    public async Task An_edit_that_is_wrong_is_named_and_the_old_facts_are_served_until_it_is_fixed()
    {
        await StartServingAsync();

        await File.WriteAllTextAsync(_file, "nope: 1\n" + Edited(1), Deadline);
        await Log.WaitForAsync(LoggedEvent.OfHost(HostEvents.FactsRejected, "unknown key 'nope'"), Deadline);
        await AnswersSayAsync(Duration);

        await File.WriteAllTextAsync(_file, Edited(2), Deadline);
        await ServesAsync();
        await AnswersSayAsync("lasted edit2 hours");
    }

    [Fact]
    public async Task Facts_that_are_emptied_are_named_and_the_old_ones_are_served_until_they_are_back()
    {
        await StartServingAsync();
        var files = Directory.EnumerateFiles(_facts, "*.yaml", SearchOption.AllDirectories).ToDictionary(f => f, File.ReadAllText);

        foreach (var file in files.Keys)
        {
            await File.WriteAllTextAsync(file, "", Deadline);
        }

        await Log.WaitForAsync(LoggedEvent.OfHost(HostEvents.FactsRejected, "the file is empty; write its content or delete it"), Deadline);
        await AnswersSayAsync(Duration);

        foreach (var (file, text) in files)
        {
            await File.WriteAllTextAsync(file, file == _file ? Edited(1) : text, Deadline);
        }

        await ServesAsync();
        await AnswersSayAsync("lasted edit1 hours");
    }

    [Fact]
    public async Task A_file_that_is_deleted_is_missed_and_the_old_facts_are_served_until_it_is_back()
    {
        await StartServingAsync();

        var names = Path.Combine(_facts, "names", "people.yaml");
        var text = await File.ReadAllTextAsync(names, Deadline);
        File.Delete(names);
        await Log.WaitForAsync(LoggedEvent.OfHost(HostEvents.FactsRejected, "there is no party "), Deadline);
        await AnswersSayAsync(Duration);

        await File.WriteAllTextAsync(names, text, Deadline);
        await ServesAsync();
        await AnswersSayAsync(Duration);
    }

    [Fact]
    public async Task A_folder_that_is_renamed_away_is_missed_and_the_old_facts_are_served_until_it_is_back()
    {
        await StartServingAsync();

        Directory.Move(_facts, _facts + "-away");
        await Log.WaitForAsync(LoggedEvent.OfHost(HostEvents.FactsRejected, "there is no such folder; set Facts:Path to the folder of the base"), Deadline);
        await AnswersSayAsync(Duration);

        Directory.Move(_facts + "-away", _facts);
        await ServesAsync();
        await AnswersSayAsync(Duration);
    }

    [Fact]
    public async Task A_folder_that_is_deleted_is_missed_and_the_old_facts_are_served_until_there_are_others()
    {
        await StartServingAsync();

        Directory.Delete(_facts, recursive: true);
        await Log.WaitForAsync(LoggedEvent.OfHost(HostEvents.FactsRejected, "there is no such folder; set Facts:Path to the folder of the base"), Deadline);
        await AnswersSayAsync(Duration);

        SampleBase.Copy(Folder, Duration, "lasted other hours", SmallSample.Folder);
        await ServesAsync();
        await AnswersSayAsync("lasted other hours");
    }

    [Fact]
    public async Task Of_a_file_that_is_replaced_in_mid_write_the_half_is_never_served_and_the_whole_is()
    {
        await StartServingAsync();
        var half = _original.IndexOf(Duration, StringComparison.Ordinal) + Duration.Length;

        await using (var writer = new StreamWriter(_file))
        {
            await writer.WriteAsync(Edited(1).AsMemory(0, half), Deadline);
            await writer.FlushAsync(Deadline);
            await Log.WaitForAsync(LoggedEvent.OfHost(HostEvents.FactsRejected), Deadline);
            await AnswersSayAsync(Duration);
            await writer.WriteAsync(Edited(1).AsMemory(half), Deadline);
        }

        await ServesAsync();
        await AnswersSayAsync("lasted edit1 hours");
    }

    [Fact]
    public async Task Of_a_hundred_edits_in_a_row_each_answer_shows_one_and_the_last_is_served()
    {
        await StartServingAsync();
        var shown = new List<int>();

        for (var edit = 1; edit <= 100; edit++)
        {
            // As editors do: written beside and moved over.
            await File.WriteAllTextAsync(_file + ".new", Edited(edit), Deadline);
            File.Move(_file + ".new", _file, overwrite: true);
            shown.Add(Edit(edit % 2 == 0 ? await OnDiscordAsync() : (await AskOnTelegramAsync(CommandQuestion)).Text));
        }

        await ServesAsync();
        await AnswersSayAsync("lasted edit100 hours");
        Assert.Equal(shown.Order(), shown);
        Assert.InRange(Log.Of(LoggedEvent.OfHost(HostEvents.FactsReloaded)).Count + Log.Of(LoggedEvent.OfHost(HostEvents.FactsRejected)).Count, 1, 100);
        Assert.Empty(Log.Faults);
    }

    private string Edited(int edit) => _original.Replace(Duration, $"lasted edit{edit} hours", StringComparison.Ordinal);

    private static int Edit(string answer) => Assert.Single(
        EditMark().Matches(answer).Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Distinct());

    private async Task StartServingAsync()
    {
        await StartListeningAsync(("Facts__Path", _facts), ("Limits__PerUser", "0"), ("Limits__PerChat", "0"));
        await WaitUntilReadyAsync();
        await AnswersSayAsync(Duration);
    }

    // Waits until what is in the files now is served.
    private async Task ServesAsync() => await Log.WaitForAsync(LoggedEvent.OfHost(HostEvents.FactsReloaded, $"{SampleBase.Load(_facts).Version} "), Deadline);

    private async Task AnswersSayAsync(string text)
    {
        Assert.Contains(text, (await AskOnTelegramAsync(CommandQuestion)).Text, StringComparison.Ordinal);
        Assert.Contains(text, await OnDiscordAsync(), StringComparison.Ordinal);
    }

    private async Task<string> OnDiscordAsync() =>
        (await RunAsync(Ann, "fact", new JsonObject { ["id"] = "riyadh-talks-duration" })).Json.ToJsonString();

    [GeneratedRegex("edit([0-9]+)")]
    private static partial Regex EditMark();
}
