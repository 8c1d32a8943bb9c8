using Bot.Answers;
using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Testing;

/// <summary>
/// A base of four events whose meetings do not stand one to an event: one tells of two calls and a meeting, one of two meetings in different towns,
/// one is about something else. Its people are the mayor of an invented town, and the captain and the pilot of another, and somebody who met none of them.
/// </summary>
internal static class MeetingsBase
{
    private const string Names =
        """
        parties:
          - id: p-berg
            kind: person
            side: p-saltvik
            name: { en: Ada Berg, zh-Hant: 艾達·貝格, zh-Hans: 艾达·贝格, ru: Ада Берг, uk: Ада Берг }
            short: { en: Berg, zh-Hant: 貝格, zh-Hans: 贝格, ru: Берг, uk: Берг }
            aliases: [Берг, Берга, Бергом]
          - id: p-lund
            kind: person
            side: p-nordvik
            name: { en: Ivar Lund, zh-Hant: 伊瓦·倫德, zh-Hans: 伊瓦·伦德, ru: Ивар Лунд, uk: Івар Лунд }
            short: { en: Lund, zh-Hant: 倫德, zh-Hans: 伦德, ru: Лунд, uk: Лунд }
            aliases: [Лунда, Лундом]
          - id: p-moe
            kind: person
            side: p-nordvik
            name: { en: Eva Moe, zh-Hant: 伊娃·莫, zh-Hans: 伊娃·莫, ru: Ева Му, uk: Ева Му }
            short: { en: Moe, zh-Hant: 伊娃·莫, zh-Hans: 伊娃·莫, ru: Му, uk: Му }
          - id: p-vik
            kind: person
            side: p-saltvik
            name: { en: Nora Vik, zh-Hant: 諾拉·維克, zh-Hans: 诺拉·维克, ru: Нора Вик, uk: Нора Вік }
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
          - id: p-tarn
            kind: place
            side: p-nordvik
            name: { en: Tarn, zh-Hant: 塔恩, zh-Hans: 塔恩, ru: Тарн, uk: Тарн }
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
    public static FactBase Load(string keys) => OtherBase.Load(new Dictionary<string, string>
    {
        ["base.yaml"] = "as-of: 2022-06-30\n" + keys,
        ["names/names.yaml"] = Names,
        ["2021-05/chapter.yaml"] = $"title: {Local("The ferry talks")}\n",
        ["2021-05/opening.yaml"] =
            $$"""
            event:
              id: calls
              when: 2021-05-20
              title: {{Local("Two calls and a dinner")}}
              meetings:
                - { form: call, between: [p-berg, p-lund] }
                - { form: call, between: [p-berg, p-moe] }
                - { form: in-person, between: [p-berg, p-moe], when: 2021-05-22, place: [p-tarn], fact: dinner }
            facts:
            {{Fact("call-of-lund", "2021-05-20", "p-berg, p-lund", "Ada Berg and Ivar Lund spoke by phone.")}}
            {{Fact("call-of-moe", "2021-05-20", "p-berg, p-moe", "Ada Berg and Eva Moe spoke by phone.")}}
            {{Fact("dinner", "2021-05-22", "p-berg, p-moe", "Ada Berg and Eva Moe dined in Tarn.")}}
            """,
        ["2021-05/towns.yaml"] =
            $$"""
            event:
              id: towns
              when: 2021-07-01 to 2021-07-04
              title: {{Local("Talks in Storhamn and a visit to Lillo")}}
              meetings:
                - { form: in-person, between: [p-berg, p-lund, p-moe], when: 2021-07-01, place: [p-storhamn], fact: talks }
                - { form: in-person, between: [p-berg, p-moe], when: 2021-07-04, place: [p-lillo], fact: visit }
            facts:
            {{Fact("talks", "2021-07-01", "p-saltvik, p-nordvik", "Delegations of Saltvik and Nordvik met in Storhamn.")}}
            {{Fact("delegations", "2021-07-01", "p-berg, p-lund, p-moe", "Ada Berg, Ivar Lund and Eva Moe took part in Storhamn.")}}
            {{Fact("visit", "2021-07-04", "p-berg, p-moe", "Ada Berg received Eva Moe in Lillo.")}}
            """,
        ["2021-05/fares.yaml"] =
            $$"""
            event:
              id: fares
              when: 2022-03-05
              title: {{Local("New fares")}}
              meetings:
                - { form: call, between: [p-lund, p-berg] }
            facts:
            {{Fact("fares-raised", "2022-03-05", "p-nordvik", "The fares were raised.")}}
            {{Fact("fares-call", "2022-03-05", "p-berg, p-lund", "Ada Berg phoned Ivar Lund about the fares.")}}
            {{Fact("fares-printed", "2022-05-10", "p-nordvik", "The list of fares was printed.")}}
            """,
    });

    private static string Fact(string id, string when, string about, string text) =>
        $$"""
          - id: {{id}}
            kind: event
            when: {{when}}
            about: [{{about}}]
            topics: [t-harbour]
            status: confirmed
            evidence: [s-gazette, s-radio]
            text: {{Local($"{text} ({when})")}}
            questions: { {{string.Join(", ", s_tags.Select(t => $"{t}: ['What does {id} say?']"))}} }
        """;

    private static string Local(string text) => $"{{ {string.Join(", ", s_tags.Select(t => $"{t}: '{text}'"))} }}";
}
