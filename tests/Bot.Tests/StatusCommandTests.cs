using System.Text.Json;
using Bot.Cli;
using Bot.Configuration;

namespace Bot.Tests;

public sealed class StatusCommandTests
{
    private static readonly DateOnly s_today = new(2026, 11, 29);

    [Fact]
    public void The_status_of_a_base_fits_a_screen()
    {
        var (code, output, error) = Run(OpeningHours.Folder, json: false);

        Assert.Equal((ExitCode.Ok, ""), (code, error));
        Assert.Equal(
            """
            12 facts
            en: 0 texts missing, 0 stubs, 0 facts with fewer than 3 examples; examples a fact: minimum 3, median 3
            by status: confirmed 7, confirmed-with-nuance 1, corrected 0, unverified 3, disputed 1
            by time since the check: 0-30 days 0, 31-90 days 0, 91-365 days 12, over 365 days 0
            sources: article 0, reference 0, evidence 6
            collection: events 1 (1 without meetings, 1 without an overview), facts 3
            visiting: events 2 (2 without meetings, 1 without an overview), facts 9

            """,
            output);
    }

    [Fact]
    public void Json_is_the_same_with_every_place()
    {
        using var json = JsonDocument.Parse(Run(OpeningHours.Folder, json: true).Output);

        Assert.Equal("""{"language":"en","missing":[],"stubs":[],"fewExamples":[],"minExamples":3,"medianExamples":3}""", json.RootElement.GetProperty("languages")[0].ToString());
        Assert.Equal("""{"chapter":"visiting","events":2,"facts":9,"withoutMeetings":["opening-hours","tickets"],"withoutOverview":["tickets"]}""", json.RootElement.GetProperty("chapters")[1].ToString());
    }

    [Fact]
    public void A_missing_base_is_said()
    {
        var (code, output, error) = Run("/nowhere/at/all", json: false);

        Assert.Equal((ExitCode.InvalidBase, "", "/nowhere/at/all:1:1: there is no such folder; set Facts:Path to the folder of the base\n"), (code, output, error));
    }

    private static (int Code, string Output, string Error) Run(string folder, bool json)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        return (StatusCommand.Run(folder, s_today, json, output, error), output.ToString(), error.ToString());
    }
}
