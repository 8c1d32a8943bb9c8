using Bot.Facts.Model;

namespace Bot.Answers.Tests;

/// <summary>What can be asked of a base: every command with every id and day that it takes, and the questions.</summary>
internal static class EveryRequest
{
    /// <summary>Commands as they are typed.</summary>
    public static IReadOnlyList<string> Commands(FactBase facts, Answerer answerer) =>
    [
        "/start",
        .. answerer.ListCommands("en").Select(c => "/" + c.Name),
        .. answerer.ListCommands("en").Select(c => ExampleRequests.Text(c.Name, "en")).Where(text => text.StartsWith('/')),
        .. facts.Parties.SelectMany(p => (string[])[$"/who {p.Id}", $"/timeline {p.Id}", $"/reactions {p.Id}"]),
        .. facts.Topics.SelectMany(t => (string[])[$"/timeline {t.Id}", $"/positions {t.Id}", $"/timeline Feb 2025 {t.Id}"]),
        .. facts.Facts.Select(f => f.Date).Distinct().SelectMany(w => (string[])[$"/timeline {w}", $"/timeline {w} trump nato"]),
        .. facts.Facts.SelectMany(f => (string[])[$"/fact {f.Id}", $"/source {f.Id}", $"/ask {f.Id}"]),
        .. facts.Sources.Select(s => $"/source {s.Id}"),
    ];

    /// <summary>Commands and questions.</summary>
    public static IEnumerable<string> All(FactBase facts, Answerer answerer) => Commands(facts, answerer).Concat(Question.All().Select(q => q.Text));

    /// <summary>The commands' spellings of every party and topic.</summary>
    public static IEnumerable<string> Spellings(FactBase facts) => facts.Parties.SelectMany(p => p.Spellings.SelectMany(s => ((string, string)[])[("/who ", s), ("/timeline ", s), ("/reactions ", s)]))
        .Concat(facts.Topics.SelectMany(t => t.Keywords.SelectMany(w => ((string, string)[])[("/timeline ", w), ("/positions ", w)])))
        .Select(n => n.Item1 + n.Item2);
}
