using System.Text.Json;
using Bot.Cli;

namespace Bot.Tests;

public sealed class ExportLineTests
{
    [Fact]
    public void An_event_has_its_meetings_each_with_its_time_its_place_and_its_fact()
    {
        using var towns = JsonDocument.Parse(Line("towns"));

        Assert.Equal(
            """[{"form":"in-person","between":["p-berg","p-lund","p-moe"],"when":"2021-07-01","place":["p-storhamn"],"fact":"talks"},{"form":"in-person","between":["p-berg","p-moe"],"when":"2021-07-04","place":["p-lillo"],"fact":"visit"}]""",
            towns.RootElement.GetProperty("meetings").GetRawText());
        Assert.Contains("""[{"form":"call","between":["p-lund","p-berg"],"when":"2022-03-05","fact":"fares-call"}]""", Line("fares"), StringComparison.Ordinal);
    }

    private static string Line(string id) => ExportLine.All(MeetingsBase.Facts).Single(l => l.Type == "event" && l.Id == id).ToJson();
}
