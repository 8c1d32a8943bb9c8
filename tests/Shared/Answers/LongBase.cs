using Bot.Answers;
using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Testing;

/// <summary>
/// A base of fourteen chapters over fourteen months of two years, loaded once: each month the mayor of one invented town and the captain of
/// another meet about a ferry, in one town and then the other, and speak by phone seventeen days later.
/// </summary>
internal static class LongBase
{
    /// <summary>The number of chapters.</summary>
    public const int Chapters = 14;

    private const string Names =
        """
        parties:
          - id: p-mayor
            kind: person
            side: p-saltvik
            name: { en: Ada Berg, zh-Hant: 艾達·貝格, zh-Hans: 艾达·贝格, ru: Ада Берг, uk: Ада Берг }
            short: { en: Berg, zh-Hant: 貝格, zh-Hans: 贝格, ru: Берг, uk: Берг }
          - id: p-captain
            kind: person
            side: p-nordvik
            name: { en: Ivar Lund, zh-Hant: 伊瓦·倫德, zh-Hans: 伊瓦·伦德, ru: Ивар Лунд, uk: Івар Лунд }
            short: { en: Lund, zh-Hant: 倫德, zh-Hans: 伦德, ru: Лунд, uk: Лунд }
          - id: p-saltvik
            kind: place
            side: p-saltvik
            name: { en: Saltvik, zh-Hant: 薩特維克, zh-Hans: 萨特维克, ru: Сальтвик, uk: Сальтвік }
          - id: p-nordvik
            kind: place
            side: p-nordvik
            name: { en: Nordvik, zh-Hant: 諾德維克, zh-Hans: 诺德维克, ru: Нордвик, uk: Нордвік }
          - id: p-storhamn
            kind: place
            side: p-nordvik
            name: { en: Storhamn, zh-Hant: 斯托哈姆, zh-Hans: 斯托哈姆, ru: Стурхамн, uk: Стурхамн }
            aliases: [Стурхамне, Стурхамні]
          - id: p-lillo
            kind: place
            side: p-saltvik
            name: { en: Lillo, zh-Hant: 利洛, zh-Hans: 利洛, ru: Лиллё, uk: Лілле }
        """;

    private static readonly string[] s_tags = ["en", "zh-Hant", "zh-Hans", "ru", "uk"];

    /// <summary>The base.</summary>
    public static FactBase Facts { get; } = Load("");

    /// <summary>Answers from it.</summary>
    public static Answerer Answerer { get; } = new(Facts);

    /// <summary>Answers what somebody typed.</summary>
    public static Answer Ask(string text, string language = "en") => Answerer.Answer(text, language);

    /// <summary>Loads the base with more keys in <c>base.yaml</c>.</summary>
    /// <param name="keys">Lines of YAML.</param>
    /// <param name="lastChapter">Lines of YAML for the last chapter.</param>
    public static FactBase Load(string keys, string lastChapter = "")
    {
        var files = new Dictionary<string, string>
        {
            ["base.yaml"] = "as-of: 2022-06-30\nmain-event: round-1\n" + keys,
            ["names/names.yaml"] = Names,
            ["2021-05/chapter.yaml"] = Chapter(1),
            ["2021-05/opening.yaml"] = Round(1),
            ["2021-05/call.yaml"] = Call(1),
        };
        for (var n = 2; n <= Chapters; n++)
        {
            files[$"{Month(n)}/chapter.yaml"] = Chapter(n);
            files[$"{Month(n)}/round.yaml"] = Round(n);
            files[$"{Month(n)}/call.yaml"] = Call(n);
        }

        files[$"{Month(Chapters)}/chapter.yaml"] += lastChapter;
        return OtherBase.Load(files);
    }

    private static string Month(int n) => new DateOnly(2021, 5, 1).AddMonths(n - 1).ToString("yyyy-MM", null);

    private static string Town(int n) => n % 2 == 1 ? "Storhamn" : "Lillo";

    private static string Chapter(int n) => $"title: {Local($"Ferry talks, part {n}")}\nmain-event: round-{n}\n";

    private static string Round(int n) =>
        $$"""
        event:
          id: round-{{n}}
          when: {{Month(n)}}-03
          title: {{Local($"Ferry round {n} in {Town(n)}")}}
          meetings: [{ form: in-person, between: [p-mayor, p-captain], place: [p-{{Town(n).ToLowerInvariant()}}] }]
          overview:
            whole: [round-{{n}}-held]
            outcome: [round-{{n}}-agreed]
            participants: [round-{{n}}-held]
            next: [round-{{n}}-agreed]
            place: [round-{{n}}-held]
            day: [round-{{n}}-held]
        facts:
        {{Fact($"round-{n}-held", "event", $"{Month(n)}-03", "", $"Ada Berg and Ivar Lund met in {Town(n)} on {Month(n)}-03 for round {n} about the ferry.", $"Where was ferry round {n} held?")}}
        {{Fact($"round-{n}-agreed", "statement", $"{Month(n)}-03", "    by: [p-mayor]\n", $"Ada Berg said that they had agreed on {n} crossings a day.", $"How many crossings did round {n} bring?")}}
        """;

    private static string Call(int n) =>
        $$"""
        event:
          id: call-{{n}}
          when: {{Month(n)}}-20
          title: {{Local($"Phone call {n} of the mayor and the captain")}}
          meetings: [{ form: call, between: [p-mayor, p-captain] }]
        facts:
        {{Fact($"call-{n}-held", "event", $"{Month(n)}-20", "", $"Ada Berg and Ivar Lund spoke by phone on {Month(n)}-20.", $"When was phone call {n} held?")}}
        """;

    private static string Fact(string id, string kind, string when, string by, string text, string question) =>
        $$"""
          - id: {{id}}
            kind: {{kind}}
            when: {{when}}
        {{by}}    about: [p-mayor, p-captain]
            topics: [t-harbour]
            status: confirmed
            evidence: [s-gazette, s-radio]
            text: {{Local(text)}}
            questions: { {{string.Join(", ", s_tags.Select(t => $"{t}: ['{question}']"))}} }
        """;

    private static string Local(string text) => $"{{ {string.Join(", ", s_tags.Select(t => $"{t}: '{text}'"))} }}";
}
