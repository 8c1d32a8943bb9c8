using System.Text.Json;
using Bot.Cli;
using Bot.Configuration;
using Bot.Facts;

namespace Bot.Tests;

public sealed class DiffCommandTests : IDisposable
{
    private readonly ProgramFolder _work = new();
    private readonly string _facts;

    public DiffCommandTests()
    {
        _facts = _work.CopyFacts();
        Edit("lasted about 4.5 hours", "lasted 4.5 *hours*");
        Edit("持續近一個半小時", "持續一個半小時");
        Edit("    kind: event\n    when: 2025-02-12\n    about: [trump, putin, us, russia]", "    kind: event\n    when: 2025-02\n    about: [trump, putin, us, russia]");
    }

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task Text_marks_what_was_removed_and_added()
    {
        var (code, output, error) = await DiffAsync(SmallSample.Folder, _facts, DiffFormat.Text);

        Assert.Equal((1, ""), (code, error));
        Assert.Contains("trump-putin-call-held: changed in en, zh-Hant, zh-Hans, ru, uk\n  when: 2025-02-12 → 2025-02\n", output, StringComparison.Ordinal);
        Assert.Contains("riyadh-talks-duration: changed in en\n  en: The US–Russia talks in Riyadh on 18 February 2025 lasted [-about -]4.5 {+*+}hours{+*+}, according to Politico.\n", output, StringComparison.Ordinal);
        Assert.Contains("持續[-近-]一個半小時", output, StringComparison.Ordinal);
        Assert.EndsWith("\n0 added, 3 changed, 0 removed\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markdown_strikes_out_and_bolds_and_escapes()
    {
        var (code, output, _) = await DiffAsync(SmallSample.Folder, _facts, DiffFormat.Markdown);

        Assert.Equal(1, code);
        Assert.Contains("### `riyadh-talks-duration`: changed in en\n\n- en: The US–Russia talks in Riyadh on 18 February 2025 lasted ~~about~~ 4.5 **\\***hours**\\***, according to Politico.\n\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_the_totals_and_the_words()
    {
        var (code, output, _) = await DiffAsync(SmallSample.Folder, _facts, DiffFormat.Json);

        using var json = JsonDocument.Parse(output);
        var duration = json.RootElement.GetProperty("facts").EnumerateArray().Single(f => f.GetProperty("fact").GetString() == "riyadh-talks-duration");
        Assert.Equal(1, code);
        Assert.Equal("0 3 0", $"{json.RootElement.GetProperty("added")} {json.RootElement.GetProperty("changed")} {json.RootElement.GetProperty("removed")}");
        Assert.Equal("wording", duration.GetProperty("kind").GetString());
        Assert.False(duration.TryGetProperty("status", out _));
        Assert.Equal("""{"kind":"removed","text":"about "}""", duration.GetProperty("texts")[0].GetProperty("words")[1].ToString());
    }

    [Fact]
    public async Task An_export_is_the_same_as_its_base_also_where_the_base_has_one_language()
    {
        foreach (var (folder, facts) in ((string, Bot.Facts.Model.FactBase)[])[(SampleBase.Folder, SampleBase.Facts), (OpeningHours.Folder, OpeningHours.Facts)])
        {
            var export = Path.Combine(_work.Folder, "export.jsonl");
            File.WriteAllLines(export, ExportLine.All(facts).Select(l => l.ToJson()));

            Assert.Equal((0, "0 added, 0 changed, 0 removed\n", ""), await DiffAsync(export, folder, DiffFormat.Text));
        }
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_with_the_exit_code_for_it()
    {
        File.AppendAllText(Path.Combine(_facts, "base.yaml"), "nope: 1\n");

        var invalid = await DiffAsync(SmallSample.Folder, _facts, DiffFormat.Text);
        var unknown = await DiffAsync("no-such-thing", _facts, DiffFormat.Text);

        Assert.Equal((ExitCode.InvalidBase, ""), (invalid.Code, invalid.Output));
        Assert.Contains("unknown key 'nope'", invalid.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.InvalidUsage, ""), (unknown.Code, unknown.Output));
        Assert.StartsWith("'no-such-thing' is no folder, file or release, and no revision that git can read: ", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_later_state_is_the_base_as_it_is_unless_another_is_given()
    {
        var same = await new ProgramFolder().RunAsync("facts", "diff", SmallSample.Folder);
        var both = await new ProgramFolder().RunAsync("facts", "diff", SmallSample.Folder, "--json", "--markdown");

        Assert.Equal((0, "0 added, 0 changed, 0 removed\n", ""), (same.ExitCode, same.Output, same.Error));
        Assert.Equal((2, "give --json or --markdown, not both"), (both.ExitCode, both.Error));
    }

    private async Task<(int Code, string Output, string Error)> DiffAsync(string before, string since, DiffFormat format)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await DiffCommand.RunAsync(new ComparedBaseReader(_facts, TimeProvider.System), before, since, format, output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }

    private void Edit(string old, string @new)
    {
        var file = Directory.GetFiles(Path.Combine(_facts, "2025-02-riyadh")).First(f => File.ReadAllText(f).Contains(old, StringComparison.Ordinal));
        File.WriteAllText(file, File.ReadAllText(file).Replace(old, @new, StringComparison.Ordinal));
    }
}
