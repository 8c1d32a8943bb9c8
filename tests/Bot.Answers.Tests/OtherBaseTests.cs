using System.Text.RegularExpressions;
using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Answers.Tests;

/// <summary>A base of another subject: it is offered what it has, and no text speaks of the talks.</summary>
public sealed partial class OtherBaseTests
{
    private static readonly string[] s_always = ["ask", "timeline", "who", "source", "fact", "help", "about"];
    private static readonly string[] s_notOffered = ["positions", "statements", "reactions", "corrections"];

    public static TheoryData<string, string> BasesAndLocales => [.. s_bases.Keys.SelectMany(b => ExampleRequests.Locales.Select(locale => (b, locale)))];

    public static TheoryData<string, string> NotOffered => [.. s_notOffered.SelectMany(c => ExampleRequests.Locales.Select(locale => (c, locale)))];

    private static readonly Dictionary<string, FactBase> s_bases = new() { ["bare"] = OtherBase.Bare, ["sides"] = OtherBase.WithSides };

    [Theory]
    [MemberData(nameof(LanguageData.Locales), MemberType = typeof(LanguageData))]
    public void What_a_base_does_not_have_is_in_no_list(string locale)
    {
        var answerer = new Answerer(OtherBase.Bare);

        Assert.Equal(s_always, answerer.ListCommands(locale).Select(c => c.Name));
        Assert.DoesNotContain(s_notOffered, c => answerer.Answer("/help", locale).Prose().Contains("/" + c, StringComparison.Ordinal));
        Assert.Equal(s_always.Order(StringComparer.Ordinal), answerer.Complete("help", "command", "", locale).Select(c => c.Value).Order(StringComparer.Ordinal));
        Assert.All(s_notOffered, c => Assert.Empty(answerer.Complete(c, "topic", "", locale).Concat(answerer.Complete(c, "party", "", locale)).Concat(answerer.Complete(c, "country", "", locale))));
        Assert.DoesNotContain(
            Requests(OtherBase.Bare).Select(r => answerer.Answer(r, locale)).SelectMany(a => a.FollowUps).Concat(answerer.Suggest("", locale, 20)),
            f => s_notOffered.Contains(f.Request.Command));
    }

    [Fact]
    public void What_a_base_has_is_offered()
    {
        Assert.Equal(SampleBase.Answerer.ListCommands("en").Select(c => c.Name), new Answerer(OtherBase.WithSides).ListCommands("en").Select(c => c.Name));
    }

    [Theory]
    [MemberData(nameof(NotOffered))]
    public void What_is_typed_though_it_is_not_offered_is_answered_with_a_sentence(string command, string locale)
    {
        var answer = new Answerer(OtherBase.Bare).Answer($"/{command} Ada", locale);

        Assert.Equal(Outcome.Unknown, answer.Outcome);
        Assert.Matches(@"^[^.。:：]+[.。]$", Assert.Single(answer.Sections.SelectMany(s => s.Paragraphs)));
        Assert.Equal("help", Assert.Single(answer.FollowUps).Request.Command);
    }

    [Fact]
    public void A_base_in_one_language_names_that_language_alone()
    {
        var answer = OpeningHours.Answerer.Answer("Bonjour, quels sont les horaires du musée pendant les vacances ?", "fr");

        Assert.Equal(Outcome.Talk, answer.Outcome);
        Assert.Equal("I only answer in English. Please ask in this language.", Assert.Single(answer.Sections.SelectMany(s => s.Paragraphs)));
    }

    [Theory]
    [MemberData(nameof(BasesAndLocales))]
    public void No_answer_has_words_of_the_talks_raw_ids_or_gaps(string name, string locale)
    {
        var @base = s_bases[name];
        var answerer = new Answerer(@base);
        string[] ids = [.. @base.Parties.Select(p => p.Id), .. @base.Topics.Select(t => t.Id), .. @base.Events.Select(e => e.Id), .. @base.Sources.Select(s => s.Id)];
        foreach (var request in Requests(@base))
        {
            var answer = answerer.Answer(request, locale);
            var texts = Texts(answer).ToList();

            Assert.DoesNotContain(texts, text => TalksWords().IsMatch(text));
            Assert.DoesNotContain(texts, text => ids.Any(id => text.Contains(id, StringComparison.Ordinal)));
            Assert.DoesNotContain(texts, text => Gap().IsMatch(text));
            Assert.True(answer.Facts.Any() || answer.FollowUps.Length > 0 || !EndsInColon(answer), $"{request}: {texts[^1]}");
            Assert.NotEmpty(answer.Sections.SelectMany(s => s.Paragraphs.Concat(s.Facts.Select(f => f.Text))));
        }
    }

    [Theory]
    [MemberData(nameof(BasesAndLocales))]
    public void No_description_has_words_of_the_talks_or_gaps(string name, string locale)
    {
        var answerer = new Answerer(s_bases[name]);
        var (full, @short) = answerer.Describe(locale);
        var commands = answerer.ListCommands(locale);
        string[] texts = [full, @short, answerer.AskPrompt(locale), .. commands.SelectMany(c => (string[])[c.Help, c.Usage, .. c.Parameters.Select(p => p.Help)])];

        Assert.InRange(full.Length, 1, 512);
        Assert.InRange(@short.Length, 1, 120);
        Assert.All(commands.SelectMany(c => c.Parameters), p => Assert.InRange(p.Help.Length, 1, 100));
        Assert.DoesNotContain(texts, text => TalksWords().IsMatch(text) || Gap().IsMatch(text));
    }

    [Theory]
    [MemberData(nameof(BasesAndLocales))]
    public void An_example_in_a_text_is_answered(string name, string locale)
    {
        var answerer = new Answerer(s_bases[name]);
        string Paragraph(string request) => answerer.Answer(request, locale).Sections[0].Paragraphs[0];
        string[] texts = [answerer.AskPrompt(locale), Paragraph("/fact"), Paragraph("/who"), .. name == "sides" ? [Paragraph("/statements")] : (string[])[]];

        Assert.All(texts, text => Assert.Equal(Outcome.Answered, answerer.Answer(text[text.LastIndexOf('/')..], locale).Outcome));
        Assert.All(Bracketed().Matches(Paragraph("/timeline xyzzy")).Select(m => m.Groups[1].Value), date =>
            Assert.Equal(Outcome.Answered, answerer.Answer("/timeline " + date, locale).Outcome));
    }

    [Theory]
    [MemberData(nameof(LanguageData.Locales), MemberType = typeof(LanguageData))]
    public void The_sides_are_those_of_the_base_in_the_order_of_its_facts(string locale)
    {
        var names = OtherBase.WithSides;

        Assert.Equal(
            ((string[])["p-town", "p-ferries"]).Select(id => names.FindParty(id)!.Name[Locales.FromTag(locale)]),
            new Answerer(names).Answer("/positions t-harbour", locale).Headings());
    }

    [Theory]
    [InlineData("when: 2021-05-03", "when: 2021-05", "/timeline 1999")]
    [InlineData("    side: p-ferries\n", "", "/reactions p-mayor")]
    public void A_list_that_would_be_empty_is_not_announced(string old, string replacement, string request)
    {
        var answerer = new Answerer(OtherBase.LoadWithSides("", old, replacement));

        Assert.All(ExampleRequests.Locales, locale =>
        {
            var answer = answerer.Answer(request, locale);

            Assert.Equal((Outcome.Unknown, 0), (answer.Outcome, answer.FollowUps.Length));
            Assert.Matches("^[^:：]+[.。]$", answer.Prose());
        });
    }

    [Theory]
    [InlineData("en", "The Saltvik bot", "Saltvik only.", "Two clerks checked it.")]
    [InlineData("ru", "Бот Сальтвика", "Только Сальтвик.", "Проверено двумя служащими.")]
    public void What_a_base_says_of_itself_is_shown(string language, string name, string about, string checkedAgainst)
    {
        var answerer = new Answerer(OtherBase.LoadWith(
            """
            name: { en: The Saltvik bot, zh-Hant: 機器人, zh-Hans: 机器人, ru: Бот Сальтвика, uk: Бот }
            description: { en: "All on Saltvik.\n\nAsk.", zh-Hant: 全部, zh-Hans: 全部, ru: "Всё о Сальтвике.\n\nСпросите.", uk: Все }
            short-description: { en: Saltvik, zh-Hant: 薩特維克, zh-Hans: 萨特维克, ru: Сальтвик, uk: Сальтвік }
            about: { en: Saltvik only., zh-Hant: 只有薩特維克。, zh-Hans: 只有萨特维克。, ru: Только Сальтвик., uk: Лише Сальтвік. }
            checked-against: { en: Two clerks checked it., zh-Hant: 已核對。, zh-Hans: 已核对。, ru: Проверено двумя служащими., uk: Перевірено. }
            """));
        var (shown, start) = (answerer.Answer("/about", language), answerer.Answer("/start", language));

        Assert.Equal((name, name, name), (shown.Title, start.Title, answerer.Answer("hello", language).Title));
        Assert.Equal(about, shown.Sections[0].Paragraphs[0]);
        Assert.Contains(checkedAgainst, shown.Sections[1].Paragraphs);
        Assert.Equal(answerer.Describe(language).Full.Split("\n\n"), start.Sections[0].Paragraphs.Take(2));
    }

    [Fact]
    public void Several_articles_are_distinguished_by_what_they_are_called()
    {
        const string article = "  - {{ id: s-{0}, kind: article, title: Title {0}, language: en, called: {{ en: article {0}, zh-Hant: 條目{0}, zh-Hans: 条目{0}, ru: статья {0}, uk: стаття {0} }} }}\n";
        var answerer = new Answerer(OtherBase.Load(new()
        {
            ["sources/articles.yaml"] = "sources:\n" + string.Format(null, article, 1) + string.Format(null, article, 2),
        }));

        Assert.Contains("Made from: article 1, article 2.", answerer.Answer("/about", "en").Prose(), StringComparison.Ordinal);
        Assert.Equal("статья 2", answerer.Answer("/source s-2", "ru").Title);
    }

    [Fact]
    public void A_fact_that_nobody_says_is_shown_without_a_line_on_who_says_it()
    {
        Assert.DoesNotContain("Who says it", new Answerer(OtherBase.Bare).Answer("/fact f-opened", "en").Prose(), StringComparison.Ordinal);
        Assert.Contains("Who says it: the article (Chinese Wikipedia)", SampleBase.Ask("/fact riyadh-talks-duration").Prose(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(LanguageData.Languages), MemberType = typeof(LanguageData))]
    public void An_answer_that_ends_in_a_colon_has_follow_ups(string language)
    {
        foreach (var request in EveryRequest.Commands(SampleBase.Facts, SampleBase.Answerer).Concat(Bad(SampleBase.Answerer)))
        {
            var answer = SampleBase.Ask(request, language);

            Assert.True(!EndsInColon(answer) || answer.FollowUps.Length > 0, request);
        }
    }

    // Without words, with words that mean nothing, and with every id.
    private static IEnumerable<string> Requests(FactBase @base) =>
    [
        "/start", "/nonsense", "hello", "When did the harbour open?", "Who won the football cup of 1954?", "/source 1", "/source gazette", "/timeline 1999", "/timeline May 2021",
        .. s_always.Concat(s_notOffered).SelectMany(c => (string[])[$"/{c}", $"/{c} xyzzy", $"/help {c}"]),
        .. @base.Parties.SelectMany(p => (string[])[$"/who {p.Id}", $"/timeline {p.Id}", $"/reactions {p.Id}", $"/statements {p.Id}"]),
        .. @base.Topics.SelectMany(t => (string[])[$"/timeline {t.Id}", $"/positions {t.Id}"]),
        .. @base.Facts.SelectMany(f => (string[])[$"/ask {f.Id}", $"/fact {f.Id}", $"/check {f.Id}", $"/closest {f.Id}"]),
        .. @base.Sources.Select(s => $"/source {s.Id}"),
    ];

    private static IEnumerable<string> Bad(Answerer answerer) => answerer.ListCommands("en").SelectMany(c => (string[])[$"/{c.Name} xyzzy", $"/{c.Name} 1 January 1999", $"/{c.Name} Japan"]);

    private static bool EndsInColon(Answer answer) => answer.Sections is [.., { Facts.IsEmpty: true, Paragraphs: [.., var last] }] && last[^1] is ':' or '：';

    private static IEnumerable<string> Texts(Answer answer) =>
    [
        answer.Title,
        .. answer.Sections.SelectMany(s => s.Paragraphs.Concat(s.Facts.SelectMany(f => f.Remarks))),
        .. answer.Headings(),
        .. answer.FollowUps.Select(f => f.Label),
        .. answer.Citations.SelectMany(c => (string[])[c.Text, c.Short]),
    ];

    [GeneratedRegex("Riyadh|Wikipedia|Lavrov|Zelensky|Putin|Trump|Ukrain|Russia|United States|[Tt]alks|2025|利雅|維基|维基|拉夫|談判|谈判|會談|会谈|Рияд|Ріяд|Википед|Вікіпед|Лавров|Украин|Україн|[Пп]ереговор|the article|條目|条目|стать|статт")]
    private static partial Regex TalksWords();

    // A place that is not filled, what an empty value leaves, and empty brackets.
    [GeneratedRegex(@"\{\d|  | [,.;]|, ,|、、|\(\)|（）|\[\]|^$")]
    private static partial Regex Gap();

    [GeneratedRegex(@"[(（]([^)）]+)[)）]")]
    private static partial Regex Bracketed();
}
