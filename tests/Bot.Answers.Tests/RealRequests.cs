using Bot.Testing;

namespace Bot.Answers.Tests;

/// <summary>What can be asked of the real base: every command with every id and day that it takes, and the development questions.</summary>
internal static class RealRequests
{
    /// <summary>The tags of all seven locales.</summary>
    public static TheoryData<string> Locales { get; } = ["en", "zh-Hant", "zh-TW", "zh-HK", "zh-Hans", "ru", "uk"];

    /// <summary>Commands as they are typed.</summary>
    public static IReadOnlyList<string> Commands { get; } =
    [
        "/start", "/help", "/about", "/corrections", "/timeline", "/who", "/fact", "/ask", "/source", "/positions", "/reactions",
        .. RealBase.Facts.Parties.SelectMany(p => (string[])[$"/who {p.Id}", $"/timeline {p.Id}", $"/reactions {p.Id}"]),
        .. RealBase.Facts.Topics.SelectMany(t => (string[])[$"/timeline {t.Id}", $"/positions {t.Id}", $"/timeline Feb 2025 {t.Id}"]),
        .. RealBase.Facts.Facts.Select(f => f.When).Distinct().SelectMany(w => (string[])[$"/timeline {w}", $"/timeline {w} trump nato"]),
        .. RealBase.Facts.Facts.SelectMany(f => (string[])[$"/fact {f.Id}", $"/source {f.Id}", $"/ask {f.Id}"]),
        .. RealBase.Facts.Sources.Select(s => $"/source {s.Id}"),
    ];

    /// <summary>Commands and questions.</summary>
    public static IEnumerable<string> All => Commands.Concat(Question.All().Select(q => q.Text));

    /// <summary>The answers to all of them in a locale.</summary>
    public static IEnumerable<Answer> Answers(string locale) => All.Select(text => RealBase.Ask(text, locale));

    /// <summary>The commands' spellings of every party and topic.</summary>
    public static IEnumerable<string> Spellings => RealBase.Facts.Parties.SelectMany(p => p.Spellings.SelectMany(s => ((string, string)[])[("/who ", s), ("/timeline ", s), ("/reactions ", s)]))
        .Concat(RealBase.Facts.Topics.SelectMany(t => t.Words.SelectMany(w => ((string, string)[])[("/timeline ", w), ("/positions ", w)])))
        .Select(n => n.Item1 + n.Item2);
}
