namespace Bot.Discord.Tests;

/// <summary>What can be asked of the real base by commands: each with every id and day that its options take.</summary>
internal static class RealCommands
{
    /// <summary>Commands and their words.</summary>
    public static IReadOnlyList<(string Name, string Words)> All { get; } =
    [
        ("start", ""), ("ask", ""), ("timeline", ""), ("who", ""), ("source", ""), ("positions", ""), ("reactions", ""), ("corrections", ""), ("fact", ""), ("help", ""), ("about", ""),
        .. ((string[])["ask", "timeline", "who", "source", "positions", "reactions", "corrections", "fact", "help", "about"]).Select(c => ("help", c)),
        .. RealBase.Facts.Parties.SelectMany(p => ((string, string)[])[("who", p.Id), ("timeline", p.Id), ("reactions", p.Id)]),
        .. RealBase.Facts.Topics.SelectMany(t => ((string, string)[])[("timeline", t.Id), ("positions", t.Id)]),
        .. RealBase.Facts.Facts.Select(f => f.When).Distinct().SelectMany(w => ((string, string)[])[("timeline", $"{w}"), ("timeline", $"{w} trump nato")]),
        .. RealBase.Facts.Facts.SelectMany(f => ((string, string)[])[("ask", f.Id), ("fact", f.Id), ("source", f.Id)]),
        .. RealBase.Facts.Sources.Select(s => ("source", s.Id)),
        .. Enumerable.Range(1, 30).Select(n => ("source", $"{n}")),
        ("ask", "Who won the football cup of 1954?"), ("ask", "???"), ("ask", new string('a', 2000)),
        ("who", "qwertyuiop"), ("who", "lavrof"), ("who", "Trump and Putin"), ("source", "999"), ("source", "talks"), ("fact", "riyadh-talks-duratoin"), ("fact", "xyz"),
        ("timeline", "qwertyuiop"), ("timeline", "1 January 1999"), ("positions", "qwertyuiop"), ("reactions", "qwertyuiop"), ("help", "qwertyuiop"),
        ("who", "lavrov lang:xx"), ("who", "lavrov page:0"), ("settings", ""), ("", ""),
    ];
}
