using Bot.Cli;
using Bot.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests;

[Trait("Program", "Published")]
public sealed class ReleaseCommandTests : IDisposable
{
    private const string Duration = "lasted about 4.5 hours";

    private readonly ProgramFolder _work = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 29, 23, 30, 0, TimeSpan.Zero));
    private readonly string _facts;

    public ReleaseCommandTests()
    {
        // It is already 30 November here, but a release has the day in UTC.
        _time.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("UTC+8", TimeSpan.FromHours(8), "UTC+8", "UTC+8"));
        _facts = _work.CopyFacts();
    }

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task Release_writes_a_file_and_check_refuses_what_is_not_released()
    {
        var unreleased = await _work.RunAsync("facts", "check", "--released");
        Assert.Equal((1, "There is no release yet; run facts release"), (unreleased.ExitCode, unreleased.Lines[^1]));

        var released = await _work.RunAsync("facts", "release");
        Assert.Equal((0, ""), (released.ExitCode, released.Error));
        var file = Assert.Single(Directory.GetFiles(Path.Combine(_facts, "releases")));
        Assert.Equal([$"{file}: {SampleBase.Facts.Facts.Length} added, 0 changed, 0 removed"], released.Lines);

        var check = await _work.RunAsync("facts", "check", "--released");
        Assert.Equal((0, ""), (check.ExitCode, check.Error));
        Assert.Equal("No fact has changed since the release " + Path.GetFileNameWithoutExtension(file), check.Lines[^1]);
    }

    [Fact]
    public void A_release_has_the_day_in_UTC_and_the_second_of_a_day_a_number()
    {
        Assert.Equal((ExitCode.Ok, Path("2026-11-29") + $": {SampleBase.Facts.Facts.Length} added, 0 changed, 0 removed\n", ""), Release());

        Edit(Duration, "lasted 4.5 hours");
        Assert.Equal(
            (ExitCode.Ok, Path("2026-11-29-2") + ": 0 added, 1 changed, 0 removed\nWhere a fact was wrong before, set kind: correction in this file and add sentence:, what readers are told.\n", ""),
            Release());

        _time.Advance(TimeSpan.FromHours(1));
        Edit("lasted 4.5 hours", Duration);
        Assert.StartsWith(Path("2026-11-30") + ": ", Release().Output, StringComparison.Ordinal);

        string Path(string name) => System.IO.Path.Combine(_facts, "releases", name + ".yaml");
    }

    [Fact]
    public void Nothing_is_written_when_no_fact_has_changed()
    {
        Release();
        File.AppendAllText(Path.Combine(_facts, "base.yaml"), "# A comment.\n");

        Assert.Equal((ExitCode.Ok, "No fact has changed since the release 2026-11-29.\n", ""), Release());
        Assert.Single(Directory.GetFiles(Path.Combine(_facts, "releases")));
    }

    [Fact]
    public void A_clock_before_the_last_release_writes_nothing()
    {
        Release();
        Edit(Duration, "lasted 4.5 hours");

        var (code, output, error) = Release(new FakeTimeProvider(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero)));

        Assert.Equal((ExitCode.InvalidUsage, "", "The last release is of 2026-11-29, which is after today, 2026-11-28. Set the clock of this machine, or rename the release.\n"), (code, output, error));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_named()
    {
        File.WriteAllText(Path.Combine(_facts, "releases"), "");

        var (code, output, error) = Release();

        Assert.Equal((ExitCode.InvalidUsage, ""), (code, output));
        Assert.Matches("^The release cannot be written: .*releases.* Give your user write access, or set Facts:Path to a copy of the base.\n$", error);
    }

    [Fact]
    public void Check_lists_the_facts_and_languages_that_differ()
    {
        Release();
        Edit(Duration, "lasted 4.5 hours");
        Edit("длились около 4,5 часа", "длились 4,5 часа");
        Edit("  - id: riyadh-talks-opened\n", "  - id: riyadh-talks-begun\n");
        foreach (var file in Directory.GetFiles(_facts, "*.yaml", SearchOption.AllDirectories).Where(f => !f.Contains("/releases/", StringComparison.Ordinal)))
        {
            File.WriteAllText(file, File.ReadAllText(file).Replace("[riyadh-talks-opened, ", "[riyadh-talks-begun, ", StringComparison.Ordinal));
        }

        using var output = new StringWriter { NewLine = "\n" };

        Assert.False(ReleaseCommand.Check(SampleBase.Load(_facts), json: false, output, output));
        Assert.Equal(
            """
            riyadh-talks-begun: added since the release 2026-11-29
            riyadh-talks-duration: changed since the release 2026-11-29 in en, ru
            riyadh-talks-opened: removed since the release 2026-11-29
            3 fact(s) differ from the release 2026-11-29; run facts release

            """,
            output.ToString());
    }

    [Fact]
    public void Check_lists_them_as_json_and_says_the_rest_elsewhere()
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var notes = new StringWriter { NewLine = "\n" };
        Release();
        Edit(Duration, "lasted 4.5 hours");

        Assert.False(ReleaseCommand.Check(SampleBase.Load(_facts), json: true, output, notes));
        Assert.Equal("""{"fact":"riyadh-talks-duration","kind":"wording","languages":["en"],"release":"2026-11-29"}""" + "\n", output.ToString());
        Assert.Equal("1 fact(s) differ from the release 2026-11-29; run facts release\n", notes.ToString());
    }

    [Fact]
    public void Without_a_release_every_fact_differs()
    {
        using var output = new StringWriter { NewLine = "\n" };

        Assert.False(ReleaseCommand.Check(OpeningHours.Facts, json: true, output, TextWriter.Null));
        Assert.Equal(OpeningHours.Facts.Facts.Length, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("""{"fact":"hours-daily","kind":"added","languages":["en"]}""", output.ToString(), StringComparison.Ordinal);
    }

    private void Edit(string old, string @new)
    {
        var file = Directory.GetFiles(Path.Combine(_facts, "2025-02-riyadh")).Single(f => File.ReadAllText(f).Contains(old, StringComparison.Ordinal));
        File.WriteAllText(file, File.ReadAllText(file).Replace(old, @new, StringComparison.Ordinal));
    }

    [Fact]
    public void Json_has_the_file_and_the_totals()
    {
        Assert.Equal($$"""{"file":"{{Path.Combine(_facts, "releases", "2026-11-29.yaml")}}","added":{{SampleBase.Facts.Facts.Length}},"changed":0,"removed":0}""" + "\n", Release(json: true).Output);
        Assert.Equal("""{"added":0,"changed":0,"removed":0}""" + "\n", Release(json: true).Output);
    }

    private (int Code, string Output, string Error) Release(TimeProvider? time = null, bool json = false)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = ReleaseCommand.Release(_facts, SampleBase.Load(_facts), time ?? _time, json, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
