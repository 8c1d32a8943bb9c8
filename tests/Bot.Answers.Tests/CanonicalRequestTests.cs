using Bot.Answers.Model;
using Bot.Answers.Rendering;
using Bot.Answers.Values;
using Bot.Facts.Model;

namespace Bot.Answers.Tests;

public sealed class CanonicalRequestTests
{
    [Theory]
    [InlineData("ru", "/who Лавров", "/who lavrov lang:ru")]
    [InlineData("uk", "/who Сергія Лаврова", "/who lavrov lang:uk")]
    [InlineData("zh-TW", "/who 拉夫羅夫", "/who lavrov lang:zh-TW")]
    [InlineData("en", "/who Sergei Lavrov", "/who lavrov lang:en")]
    [InlineData("en", "/who who is Lavrov please", "/who lavrov lang:en")]
    [InlineData("en", "/who Zelenskyy", "/who zelensky lang:en")]
    [InlineData("en", "/WHO ZELENSKY lang:zh_HK", "/who zelensky lang:zh-HK")]
    [InlineData("de", "/who Selenskyj", "/who zelensky lang:en")]
    [InlineData("ru", "/timeline 12 февраля", "/timeline 2025-02-12 lang:ru")]
    [InlineData("uk", "/timeline 17-18 лютого", "/timeline 2025-02-17 to 2025-02-18 lang:uk")]
    [InlineData("zh-Hant", "/timeline 2月12日之前", "/timeline before 2025-02-12 lang:zh-Hant")]
    [InlineData("en", "/timeline since 17 Feb", "/timeline from 2025-02-17 lang:en")]
    [InlineData("en", "/timeline Feb 2025", "/timeline 2025-02 lang:en")]
    [InlineData("zh-Hans", "/timeline 2022年", "/timeline 2022 lang:zh-Hans")]
    [InlineData("ru", "/timeline НАТО 12 февраля", "/timeline 2025-02-12 nato lang:ru")]
    [InlineData("en", "/timeline Trump and Putin page:2", "/timeline trump putin lang:en page:2")]
    [InlineData("en", "/timeline", "/timeline lang:en")]
    [InlineData("en", "/timeline g7-return", "/timeline g7-return lang:en")]
    [InlineData("en", "/timeline North Atlantic Treaty Organization", "/timeline nato lang:en")]
    [InlineData("en", "/timeline 1 Jan 1999", "/timeline 1999-01-01 lang:en")]
    [InlineData("en", "How long did the Riyadh talks last?", "/ask riyadh-talks-duration lang:en")]
    [InlineData("en", "/ask How long did the Riyadh talks last?", "/ask riyadh-talks-duration lang:en")]
    [InlineData("zh-Hans", "利雅得会谈持续了多久？", "/ask riyadh-talks-duration lang:zh-Hans")]
    [InlineData("uk", "Скільки тривали переговори в Ер-Ріяді?", "/ask riyadh-talks-duration lang:uk")]
    [InlineData("en", "/source #14", "/source 14 lang:en")]
    [InlineData("en", "/source [14]", "/source 14 lang:en")]
    [InlineData("zh-Hant", "/source １４", "/source 14 lang:zh-Hant")]
    [InlineData("en", "/source REF-14", "/source 14 lang:en")]
    [InlineData("en", "/source article", "/source article lang:en")]
    [InlineData("en", "/source riyadh-talks-duration", "/source riyadh-talks-duration lang:en")]
    [InlineData("en", "/fact S41", "/fact riyadh-talks-duration lang:en")]
    [InlineData("ru", "/fact s41", "/fact riyadh-talks-duration lang:ru")]
    [InlineData("uk", "/fact RIYADH-TALKS-DURATION", "/fact riyadh-talks-duration lang:uk")]
    [InlineData("ru", "/positions НАТО", "/positions nato lang:ru")]
    [InlineData("zh-Hant", "/positions 北約", "/positions nato lang:zh-Hant")]
    [InlineData("uk", "/reactions Німеччина", "/reactions germany lang:uk")]
    [InlineData("en", "/reactions what did Germany and France say", "/reactions germany france lang:en")]
    [InlineData("en", "/reactions", "/reactions lang:en")]
    [InlineData("ru", "/corrections", "/corrections lang:ru")]
    [InlineData("ru", "/start", "/start lang:ru")]
    public void An_answer_names_its_request_in_the_bases_own_ids(string language, string text, string canonical)
    {
        Assert.Equal(canonical, SampleBase.Ask(text, language).Request.ToString());
    }

    [Theory]
    [InlineData("/who qwertyuiop")]
    [InlineData("/timeline qwertyuiop")]
    [InlineData("/fact qwertyuiop")]
    [InlineData("/source qwertyuiop")]
    [InlineData("/positions qwertyuiop")]
    [InlineData("/reactions qwertyuiop")]
    [InlineData("/ask qwertyuiop")]
    public void What_is_not_understood_stays_as_it_was_asked(string text)
    {
        Assert.Equal(text + " lang:en", SampleBase.Ask(text).Request.ToString());
    }

    [Theory]
    [MemberData(nameof(LanguageData.Locales), MemberType = typeof(LanguageData))]
    public void The_canonical_request_gives_the_same_answer_again(string locale)
    {
        Assert.All(EveryRequest.All(SampleBase.Facts, SampleBase.Answerer).Concat(EveryRequest.Spellings(SampleBase.Facts)), text =>
        {
            var answer = SampleBase.Ask(text, locale);
            var again = SampleBase.Answerer.Answer(answer.Request);

            Assert.Equal(answer.Request, again.Request);
            Assert.Equal(answer.Outcome, again.Outcome);
            Assert.Equal(PlainTextRenderer.Write(answer), PlainTextRenderer.Write(again));
        });
    }

    [Theory]
    [InlineData("2025-02-12")]
    [InlineData("2025-02-17 to 2025-02-18")]
    [InlineData("2024-12-28 to 2025-01-03")]
    [InlineData("2025-02")]
    [InlineData("2022")]
    [InlineData("before 2025-02-12")]
    [InlineData("before 2022-01-01")]
    [InlineData("from 2025-01-20")]
    [InlineData("from 2025-02-01")]
    public void Each_kind_of_date_reads_back_from_the_form_that_the_request_holds(string text)
    {
        Assert.True(FactDate.TryParse(text, out var when));

        var found = DateParser.Find(text + " trump g7", 2025);

        Assert.Equal(when, found?.Date);
        Assert.Equal("trump g7", found?.Rest);
    }

    [Fact]
    public void The_dates_of_all_facts_read_back()
    {
        Assert.All(SampleBase.Facts.Facts, fact => Assert.Equal(fact.Date, DateParser.Find(fact.Date.ToString(), 1999)?.Date));
    }

    [Fact]
    public void Ids_of_facts_alone_ask_for_those_facts_in_their_order()
    {
        var answer = SampleBase.Ask("/ask trump-putin-call-length riyadh-talks-duration");

        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Equal(["trump-putin-call-length", "riyadh-talks-duration"], answer.Ids());
        Assert.All(Summary.Of(answer).Facts, f => Assert.Null(f.Note));
        Assert.Equal("trump-putin-call-length riyadh-talks-duration", answer.Request.Arguments);
    }

    [Fact]
    public void The_id_of_one_fact_asks_for_it_with_its_note()
    {
        var fact = Assert.Single(SampleBase.Ask("riyadh-talks-duration").Facts);

        Assert.Equal("riyadh-talks-duration", fact.Id);
        Assert.StartsWith("The article gives 4.5 hours.", fact.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fact_that_is_asked_for_twice_is_shown_once()
    {
        var answer = SampleBase.Ask("/ask riyadh-talks-duration riyadh-talks-duration");

        Assert.Equal(["riyadh-talks-duration"], answer.Ids());
        Assert.Equal("riyadh-talks-duration", answer.Request.Arguments);
    }

    [Theory]
    [InlineData("/ask riyadh-talks-duration and more")]
    [InlineData("/ask riyadh-talks-held riyadh-talks-duration riyadh-ambassadors riyadh-delegations")]
    public void Other_words_beside_ids_and_more_ids_than_facts_are_shown_make_a_question(string text)
    {
        var answer = SampleBase.Ask(text);

        Assert.InRange(answer.Facts.Count(), 0, 3);
        Assert.NotEqual(text[5..], answer.Outcome == Outcome.Answered ? answer.Request.Arguments : "");
    }

    [Theory]
    [InlineData("/corrections what does the article say that the record contradicts, and what could nobody verify?")]
    [InlineData("/source … … … … … … … … … … … … … … … … … … … … … … … … … … … … …")]
    [InlineData("/reactions ?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!")]
    [InlineData("/positions ?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!?!")]
    public void Words_that_change_nothing_are_left_out_so_that_the_next_page_has_a_button(string text)
    {
        var answer = SampleBase.Ask(text);

        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Empty(answer.Request.Arguments);
    }
}
