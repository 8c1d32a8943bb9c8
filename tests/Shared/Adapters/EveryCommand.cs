using System.Collections.Immutable;
using Bot.Answers.Model;

namespace Bot.Testing;

/// <summary>What can be asked of the base that is served: every command, with the ids and days that its options take, of a large base with some of them.</summary>
internal static class EveryCommand
{
    private static readonly ImmutableArray<string> s_names = [.. LiveBase.Answerer.ListCommands("en").Select(c => c.Name)];

    /// <summary>Commands and their words.</summary>
    public static ImmutableArray<(string Name, string Words)> All { get; } =
    [
        ("start", ""),
        .. s_names.Select(name => (name, "")),
        .. s_names.Select(name => (name, ExampleRequests.Words(name, "en"))),
        .. s_names.Select(name => ("help", name)),
        .. LongRun.Some(LiveBase.Facts.Parties).SelectMany(p => ((string, string)[])[("who", p.Id), ("timeline", p.Id), ("reactions", p.Id)]),
        .. LiveBase.Facts.Topics.SelectMany(t => ((string, string)[])[("timeline", t.Id), ("positions", t.Id)]),
        .. LongRun.Some(LiveBase.Facts.Facts).Select(f => f.Date).Distinct().SelectMany(w => ((string, string)[])[("timeline", $"{w}"), ("timeline", $"{w} trump nato")]),
        .. LongRun.Some(LiveBase.Facts.Facts).SelectMany(f => ((string, string)[])[("ask", f.Id), (Request.Closest, f.Id), (Request.Check, f.Id), ("fact", f.Id), ("source", f.Id)]),
        .. LongRun.Some(LiveBase.Facts.Sources).Select(s => ("source", s.Id)),
        .. LiveBase.Facts.Sources.Where(s => s.Footnote is not null).Select(s => ("source", $"{s.Footnote}")),
        ("ask", "Who won the football cup of 1954?"), ("ask", "???"), ("ask", new string('a', 2000)),
        ("who", "qwertyuiop"), ("who", "lavrof"), ("who", "Trump and Putin"), ("source", "999"), ("source", "talks"), ("fact", "riyadh-talks-duratoin"), ("fact", "xyz"),
        ("timeline", "qwertyuiop"), ("timeline", "1 January 1999"), ("positions", "qwertyuiop"), ("reactions", "qwertyuiop"), ("help", "qwertyuiop"),
        ("who", "lavrov lang:xx"), ("who", "lavrov page:0"), ("settings", ""), ("", ""),
    ];

    /// <summary>
    /// The locales, each with the share of the commands that is asked in it: all in English and in the names of Taiwan, and each command
    /// in one of the others. The first number is where to begin, the second how far to step.
    /// </summary>
    public static TheoryData<string, int, int> Shares { get; } = new()
    {
        { "en", 0, 1 }, { "zh-TW", 0, 1 }, { "zh-Hant", 0, 5 }, { "zh-HK", 1, 5 }, { "zh-Hans", 2, 5 }, { "ru", 3, 5 }, { "uk", 4, 5 },
    };

    /// <summary>The most pages that an answer may have: far fewer than there are facts.</summary>
    public static int MaxPages { get; } = LiveBase.Facts.Facts.Length / 3;
}
