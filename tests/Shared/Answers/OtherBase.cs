using Bot.Facts.Model;

namespace Bot.Testing;

/// <summary>Bases of another subject, the harbour of a small town, that say nothing of themselves: what the program's own texts are then.</summary>
internal static class OtherBase
{
    private const string Base =
        """
        as-of: 2021-06-30
        bounds:
          parties: 3 to 4
          topics: 1 to 1
          references: 0 to 0
          evidence: 2 to 2
        """;

    private const string Names =
        """
        parties:
          - id: p-mayor
            kind: person
            side: p-town
            name: { en: Ada Berg, zh-Hant: 艾達·貝格, zh-Hans: 艾达·贝格, ru: Ада Берг, uk: Ада Берг }
          - id: p-ferries
            kind: organisation
            side: p-ferries
            name: { en: Nordline, zh-Hant: 北線渡輪, zh-Hans: 北线渡轮, ru: Нордлайн, uk: Нордлайн }
          - id: p-town
            kind: place
            side: p-town
            name: { en: Saltvik, zh-Hant: 薩特維克, zh-Hans: 萨特维克, ru: Сальтвик, uk: Сальтвік }
        """;

    private const string Topics =
        """
        topics:
          - id: t-harbour
            name: { en: The harbour, zh-Hant: 港口, zh-Hans: 港口, ru: Порт, uk: Порт }
            words: { en: [harbour], zh-Hant: [港], zh-Hans: [港], ru: [порт], uk: [порт] }
        """;

    private const string Evidence =
        """
        sources:
          - id: s-gazette
            kind: evidence
            publisher: Saltvik Gazette
            language: en
            address: https://example.org/harbour
          - id: s-radio
            kind: evidence
            publisher: Radio North
            language: en
            address: https://example.com/harbour
        """;

    private const string Chapter =
        """
        title: { en: The harbour, zh-Hant: 港口, zh-Hans: 港口, ru: Порт, uk: Порт }
        span: 2021-05-01 to 2021-06-30
        bounds:
          events: 1 to 1
          facts: 1 to 9
        """;

    private const string Opening =
        """
        event:
          id: e-opening
          when: 2021-05-03
          title: { en: The harbour opens, zh-Hant: 港口啟用, zh-Hans: 港口启用, ru: Порт открылся, uk: Порт відкрився }
        facts:
          - id: f-opened
            kind: event
            when: 2021-05-03
            about: [p-town]
            topics: [t-harbour]
            status: confirmed
            evidence: [s-gazette, s-radio]
            text: { en: The new harbour opened on 3 May 2021., zh-Hant: 新港口於2021年5月3日啟用。, zh-Hans: 新港口于2021年5月3日启用。, ru: Новый порт открылся 3 мая 2021 года., uk: Новий порт відкрився 3 травня 2021 року. }
            note: { en: The Gazette reported it., zh-Hant: 《薩特維克報》刊出。, zh-Hans: 《萨特维克报》刊出。, ru: Об этом писала газета., uk: Про це писала газета. }
            questions: { en: ['When did the harbour open?'], zh-Hant: ['港口何時啟用？'], zh-Hans: ['港口何时启用？'], ru: ['Когда открылся порт?'], uk: ['Коли відкрився порт?'] }
        """;

    private const string Promise =
        """

          - id: f-promise
            kind: statement
            when: 2021-05-03
            by: [p-mayor, p-ferries]
            about: [p-town]
            topics: [t-harbour]
            status: confirmed
            evidence: [s-gazette, s-radio]
            text: { en: Ada Berg and Nordline promised two ferries a day., zh-Hant: 艾達·貝格與北線渡輪承諾每天兩班渡輪。, zh-Hans: 艾达·贝格与北线渡轮承诺每天两班渡轮。, ru: Ада Берг и Нордлайн обещали два парома в день., uk: Ада Берг і Нордлайн обіцяли два пороми на день. }
            note: { en: The Gazette reported it., zh-Hant: 《薩特維克報》刊出。, zh-Hans: 《萨特维克报》刊出。, ru: Об этом писала газета., uk: Про це писала газета. }
            questions: { en: ['How many ferries were promised?'], zh-Hant: ['承諾了多少班渡輪？'], zh-Hans: ['承诺了多少班渡轮？'], ru: ['Сколько паромов обещали?'], uk: ['Скільки поромів обіцяли?'] }
          - id: f-reaction
            kind: reaction
            when: 2021-05
            by: [p-ferries]
            about: [p-town]
            topics: [t-harbour]
            status: unverified
            evidence: [s-gazette, s-radio]
            text: { en: Nordline called the harbour too small., zh-Hant: 北線渡輪稱港口太小。, zh-Hans: 北线渡轮称港口太小。, ru: Нордлайн назвал порт слишком маленьким., uk: Нордлайн назвав порт замалим. }
            note: { en: No other report was found., zh-Hant: 未找到其他消息。, zh-Hans: 未找到其他消息。, ru: Других сообщений нет., uk: Інших повідомлень немає. }
            questions: { en: ['What did Nordline say of the harbour?'], zh-Hant: ['北線渡輪怎樣評價港口？'], zh-Hans: ['北线渡轮怎样评价港口？'], ru: ['Что Нордлайн сказал о порте?'], uk: ['Що Нордлайн сказав про порт?'] }
        """;

    /// <summary>One confirmed fact that nobody says: no article, no references, no statements, no reactions, no corrections, no sides.</summary>
    public static FactBase Bare { get; } = Load([]);

    /// <summary>With statements and positions of other sides, a reaction and an unverified fact; without an article, references and countries.</summary>
    public static FactBase WithSides { get; } = LoadWithSides("");

    /// <summary>Loads the base with some of its files replaced.</summary>
    /// <param name="files">The texts of files by their paths.</param>
    public static FactBase Load(Dictionary<string, string> files)
    {
        var folder = Directory.CreateTempSubdirectory("bot-base-");
        try
        {
            Write(folder.FullName, files);
            return SampleBase.Load(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The base with more keys in <c>base.yaml</c>.</summary>
    /// <param name="keys">Lines of YAML.</param>
    public static FactBase LoadWith(string keys) => Load(new() { ["base.yaml"] = Base + "\n" + keys });

    /// <summary>The base of <see cref="WithSides"/> with more keys in <c>base.yaml</c>.</summary>
    /// <param name="keys">Lines of YAML.</param>
    /// <param name="old">A text that is replaced in every file; a character that no file has for none.</param>
    /// <param name="replacement">What stands there instead.</param>
    public static FactBase LoadWithSides(string keys, string old = "\0", string replacement = "") => Load(new Dictionary<string, string>
    {
        ["base.yaml"] = Base + "\n" + keys,
        ["names/names.yaml"] = Names,
        ["names/topics.yaml"] = Topics.Replace("    name:", "    positions: true\n    name:", StringComparison.Ordinal),
        ["2021-05/opening.yaml"] = Opening + Promise,
    }.ToDictionary(f => f.Key, f => f.Value.Replace(old, replacement, StringComparison.Ordinal)));

    private static void Write(string folder, Dictionary<string, string> files)
    {
        var all = new Dictionary<string, string>
        {
            ["base.yaml"] = Base,
            ["names/names.yaml"] = Names,
            ["names/topics.yaml"] = Topics,
            ["sources/evidence.yaml"] = Evidence,
            ["2021-05/chapter.yaml"] = Chapter,
            ["2021-05/opening.yaml"] = Opening,
        };
        foreach (var (file, text) in files)
        {
            all[file] = text;
        }

        foreach (var (file, text) in all)
        {
            var path = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text + "\n");
        }
    }
}
