using Bot.Answers.Model;

namespace Bot.Testing;

/// <summary>What can be asked of <see cref="OpeningHours"/>: every command, with every id, with nothing and with nonsense, and a message for every tier.</summary>
internal static class OpeningHoursRequests
{
    private static readonly string[] s_listed = [.. OpeningHours.Answerer.ListCommands("en").Select(c => c.Name)];

    /// <summary>The names of all commands that help would list for a base that has everything.</summary>
    public static IReadOnlyList<string> Commands { get; } = [.. SampleBase.Answerer.ListCommands("en").Select(c => c.Name)];

    /// <summary>The commands that this base has nothing for.</summary>
    public static IReadOnlyList<string> NotOffered { get; } = [.. Commands.Except(s_listed)];

    /// <summary>What the base does not have and so announces nowhere: an article, its footnotes, references, copies and statements, sides, reactions, corrected facts.</summary>
    public const string Absent = @"(?i)\barticle|footnote|\breferences?\b|archived|\bsides?\b|/positions|/reactions|corrected:|statement’s number|\bS\d\d\b|2025-02";

    /// <summary>Whether a reader asks for what the base does not have: the answer says so by its name.</summary>
    public static bool AsksForAbsent(string request) => NotOffered.Any(c => request.StartsWith($"/{c}", StringComparison.Ordinal));

    /// <summary>A message for each tier.</summary>
    public static IReadOnlyDictionary<Outcome, string> Tiers { get; } = new Dictionary<Outcome, string>
    {
        [Outcome.Answered] = "When is the museum open?",
        [Outcome.Closest] = "How high is the museum tower?",
        [Outcome.Suggested] = "/who Mara Hold",
        [Outcome.Unknown] = "Is there a shop?",
        [Outcome.Invalid] = "/about lang:xx",
        [Outcome.Talk] = "hello",
    };

    /// <summary>All of them, as a reader types them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "Who won the football cup of 1954?", "/start", "/nonsense", "/ask", "/source 1", "/timeline 1999", "/timeline March 2026", "/about page:0", "/help nonsense", "who are you?", "what can you do?", "what languages do you speak?",
        "¿Cuándo abre el museo?", "was ist heute im museum geöffnet", "When is it open, and what does a ticket cost?", "Who is Mara Holt?", "What did a ticket cost in 1999?", new string('a', 900),
        .. Tiers.Values,
        .. Commands.SelectMany(c => (string[])[$"/{c}", $"/{c} xyzzy", $"/help {c}"]),
        .. OpeningHours.Facts.Parties.SelectMany(p => (string[])[$"/who {p.Id}", $"/timeline {p.Id}", $"/statements {p.Id}", $"/reactions {p.Id}"]),
        .. OpeningHours.Facts.Topics.SelectMany(t => (string[])[$"/timeline {t.Id}", $"/positions {t.Id}"]),
        .. OpeningHours.Facts.Facts.SelectMany(f => (string[])[$"/ask {f.Id} detail:full", $"/fact {f.Id}", $"/check {f.Id}", $"/closest {f.Id}"]),
        .. OpeningHours.Facts.Sources.Select(s => $"/source {s.Id}"),
    ];
}
