using Bot.Facts.Model;

namespace Bot.Facts.Tests.Live;

/// <summary>What the chapter on the Riyadh talks says, as the article and the record have it. Other chapters change nothing of it.</summary>
public sealed class RiyadhChapterTests
{
    private const string Chapter = "2025-02-riyadh";

    private static readonly Fact[] s_facts = [.. LiveFacts.Base.Chapters.Single(c => c.Id == Chapter).Events.SelectMany(e => e.Facts)];

    // Every reference of the article is cited by a fact.
    private static readonly Source[] s_references = [.. s_facts.SelectMany(f => f.Cites).Distinct().OrderBy(s => s.Footnote)];

    private static readonly string[] s_withoutFootnote = ["bildt-chamberlain-comparison", "kallas-appeasement", "riyadh-talks-opened"];

    [Fact]
    public void It_covers_every_statement_of_the_article()
    {
        Assert.Equal(
            Enumerable.Range(1, 57).Select(n => $"S{n:00}"),
            s_facts.SelectMany(f => f.Statements).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>The footnotes at each statement in the article; the lead and the caption have none.</summary>
    [Theory]
    [InlineData("1", "S03", "S30")]
    [InlineData("2", "S04", "S05")]
    [InlineData("3", "S06")]
    [InlineData("4 5 6 7 8 9", "S07")]
    [InlineData("10", "S08", "S09", "S10", "S11", "S12", "S14", "S15", "S16", "S17", "S31", "S32", "S33")]
    [InlineData("11", "S13", "S18", "S19", "S20")]
    [InlineData("12", "S21", "S22", "S23", "S24", "S25")]
    [InlineData("13", "S26", "S27", "S28", "S29")]
    [InlineData("14", "S34", "S35", "S36")]
    [InlineData("15 16 17", "S37", "S38", "S39", "S40", "S41", "S42", "S43", "S44", "S45")]
    [InlineData("18", "S46")]
    [InlineData("19", "S47")]
    [InlineData("20", "S48")]
    [InlineData("21", "S49")]
    [InlineData("22 23", "S50")]
    [InlineData("24", "S51")]
    [InlineData("25", "S52")]
    [InlineData("26", "S53")]
    [InlineData("27", "S54")]
    [InlineData("28", "S55")]
    [InlineData("29", "S56")]
    [InlineData("30", "S57")]
    public void A_statement_keeps_its_footnotes(string footnotes, params string[] statements)
    {
        Assert.All(statements.SelectMany(Covering).Where(f => !s_withoutFootnote.Contains(f.Id)), f =>
            Assert.Equal(footnotes, string.Join(' ', f.Cites.Select(s => s.Footnote))));
    }

    [Fact]
    public void Only_these_facts_have_no_footnote() =>
        Assert.Equal(s_withoutFootnote, s_facts.Where(f => f.Cites.IsEmpty).Select(f => f.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void The_caption_is_told_with_the_talks_that_it_shows() =>
        Assert.Equal(["S02", "S40"], TheOneOn("S02").Statements);

    [Fact]
    public void The_30_references_are_as_the_article_prints_them()
    {
        var lines = s_references.Select(s =>
            string.Join('\t', s.Footnote, s.Title, s.Publisher, Day(s.Published), Day(s.Accessed), Day(s.Archived), s.Language));
        Approved.Matches(
            "Bot.Facts.Tests",
            "references.tsv",
            string.Concat(lines.Prepend("footnote\ttitle\tpublisher\tpublished\taccessed\tarchived\tlanguage").Select(line => line + "\n")));

        static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd") ?? "";
    }

    [Fact]
    public void Their_authors_are_those_that_the_article_prints()
    {
        Assert.Equal(
            ["13 Benjamin Wilhelm", "18 Dan Sabbagh", "21 AFP", "23 Nick Paton Walsh", "26 Matthew Mpoke Bigg", "28 Andrew Roth"],
            s_references.Where(s => s.Author is not null).Select(s => $"{s.Footnote} {s.Author}"));
    }

    [Fact]
    public void Only_the_reference_whose_page_was_found_has_an_address()
    {
        var found = Assert.Single(s_references, s => s.Url is not null);
        Assert.Equal(
            ("ref-20", "https://news.by/eng/news/v_mire/peskov-names-possible-meeting-place-for-putin-and-trump"),
            (found.Id, found.Url));
    }

    [Theory]
    [InlineData(1, "is not a person")]
    [InlineData(6, "older than Trump's second term")]
    [InlineData(9, "4 December 2024")]
    [InlineData(10, "archive date is a day earlier")]
    [InlineData(14, "a day before the call it is cited for")]
    [InlineData(18, "German minister (Boris Pistorius)")]
    [InlineData(20, "both its title and the page are in English")]
    [InlineData(22, "names no publisher")]
    [InlineData(30, "headline and the subheading together")]
    public void A_reference_says_what_is_wrong_with_it(int footnote, string defect)
    {
        Assert.Contains(LiveFacts.Base.FindFootnote(footnote)!.Defects, d => d[Locale.English].Contains(defect, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no publication date", 1, 4, 5, 6, 7, 8, 9, 12, 14, 19, 29, 30)]
    [InlineData("no access date", 11, 22, 29)]
    [InlineData("has lost", 20, 24, 25, 26, 27, 28, 29)]
    public void What_the_list_or_the_article_lacks_is_said_of_just_those_references(string defect, params int[] footnotes)
    {
        Assert.Equal(
            footnotes,
            s_references.Where(s => s.Defects.Any(d => d[Locale.English].Contains(defect, StringComparison.Ordinal))).Select(s => s.Footnote!.Value));
    }

    [Fact]
    public void The_corrections_are_these()
    {
        Assert.Equal(
            ["S03", "S23", "S26", "S46", "S50"],
            s_facts.Where(f => f.Status == VerificationStatus.Corrected).SelectMany(f => f.Statements).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_could_not_be_verified_says_so()
    {
        Assert.Equal(
            ["S12", "S30", "S52"],
            s_facts.Where(f => f.Status == VerificationStatus.Unverified).SelectMany(f => f.Statements).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("S03", "en", "The Wikipedia article says", "would not negotiate with Russia", "conditional stance")]
    [InlineData("S03", "zh-Hant", "條目稱", "堅持在俄羅斯入侵期間不與其談判", "是有條件的")]
    [InlineData("S03", "zh-Hans", "条目称", "坚持在俄罗斯入侵期间不与其谈判", "是有条件的")]
    [InlineData("S03", "ru", "В статье Википедии сказано", "не будут вести переговоры с Россией", "условной")]
    [InlineData("S03", "uk", "У статті Вікіпедії сказано", "не вестиме переговорів із Росією", "умовною")]
    [InlineData("S23", "en", "The article says", "FBI director", "director of the CIA")]
    [InlineData("S23", "zh-Hant", "條目寫作", "聯邦調查局長", "中央情報局局長")]
    [InlineData("S23", "zh-Hans", "条目写作", "联邦调查局长", "中央情报局局长")]
    [InlineData("S23", "ru", "В статье сказано", "директор ФБР", "директором ЦРУ")]
    [InlineData("S23", "uk", "У статті сказано", "директор ФБР", "директором ЦРУ")]
    [InlineData("S26", "en", "The article says", "in three stages", "expected meetings of the two presidents")]
    [InlineData("S26", "zh-Hant", "條目稱", "分三個階段", "預期中的兩國總統會晤")]
    [InlineData("S26", "zh-Hans", "条目称", "分三个阶段", "预期中的两国总统会晤")]
    [InlineData("S26", "ru", "В статье сказано", "в три этапа", "ожидаемых встречах двух президентов")]
    [InlineData("S26", "uk", "У статті сказано", "в три етапи", "очікувані зустрічі двох президентів")]
    [InlineData("S46", "en", "According to the article", "premised on Russian concessions", "German minister", "Pistorius")]
    [InlineData("S46", "zh-Hant", "條目稱", "不應以俄羅斯的讓步為前提", "德國部長", "皮斯托里烏斯")]
    [InlineData("S46", "zh-Hans", "条目称", "不应以俄罗斯的让步为前提", "德国部长", "皮斯托里乌斯")]
    [InlineData("S46", "ru", "В статье сказано", "не должны быть условием начала переговоров", "немецкого министра", "Писториус")]
    [InlineData("S46", "uk", "У статті сказано", "не мають бути умовою початку переговорів", "німецького міністра", "Пісторіуса")]
    [InlineData("S50", "en", "The Wikipedia article says", "refused to sign after voicing displeasure", "12 February", "13 February", "15 February")]
    [InlineData("S50", "zh-Hant", "條目稱", "「隨後」拒絕簽署", "2月12日", "2月13日", "2月15日")]
    [InlineData("S50", "zh-Hans", "条目称", "“随后”拒绝签署", "2月12日", "2月13日", "2月15日")]
    [InlineData("S50", "ru", "В статье Википедии сказано", "«затем» отказался подписать", "12 февраля", "13 февраля", "15 февраля")]
    [InlineData("S50", "uk", "У статті Вікіпедії сказано", "«потім» відмовився підписати", "12 лютого", "13 лютого", "15 лютого")]
    public void A_correction_says_what_the_article_says_and_what_the_record_shows(string statement, string language, params string[] phrases)
    {
        var note = TheOneOn(statement).Note![Locales.FromTag(language)];
        Assert.All(phrases, phrase => Assert.Contains(phrase, note, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "director of the CIA, not of the FBI")]
    [InlineData("zh-TW", "雷克里夫是中央情報局局長，不是聯邦調查局局長")]
    [InlineData("zh-HK", "拉特克利夫是中央情報局局長，不是聯邦調查局局長")]
    [InlineData("zh-Hans", "拉特克利夫是中央情报局局长，不是联邦调查局局长")]
    [InlineData("ru", "Рэтклифф был директором ЦРУ, а не ФБР")]
    [InlineData("uk", "Реткліфф був директором ЦРУ, а не ФБР")]
    public void Ratcliffe_headed_the_CIA_and_not_the_FBI(string language, string text) =>
        Assert.Contains(text, TheOneOn("S23").Text[Locales.FromTag(language)], StringComparison.Ordinal);

    [Theory]
    [InlineData("en", "The article", "typing error")]
    [InlineData("zh-Hant", "條目", "打字錯誤")]
    [InlineData("zh-Hans", "条目", "打字错误")]
    [InlineData("ru", "статьи", "опечатка")]
    [InlineData("uk", "статті", "одруківка")]
    public void The_articles_typing_error_is_named_as_one(string language, string article, string error)
    {
        var note = TheOneOn("S16").Note![Locales.FromTag(language)];
        Assert.All([article, "俄朗普", error], phrase => Assert.Contains(phrase, note, StringComparison.Ordinal));
    }

    /// <summary>A reader of the text knows nothing of the article, unless its claim is all that there is.</summary>
    [Theory]
    [InlineData("en", "Wikipedia article")]
    [InlineData("zh-Hant", "維基百科條目")]
    [InlineData("zh-Hans", "维基百科条目")]
    [InlineData("ru", "Википедии")]
    [InlineData("uk", "Вікіпедії")]
    public void What_stands_on_a_lost_sentence_tells_it_in_the_note_alone(string language, string article)
    {
        int[] lost = [20, 24, 25, 26, 27, 28, 29];
        var facts = s_facts.Where(f => f.Cites.Any(s => lost.Contains(s.Footnote!.Value))).ToArray();
        Assert.Equal(lost, facts.SelectMany(f => f.Cites).Select(s => s.Footnote!.Value).Distinct().Order());
        Assert.All(facts, f => Assert.Contains(article, f.Note![Locales.FromTag(language)], StringComparison.Ordinal));
        Assert.All(
            facts.Where(f => f.Status != VerificationStatus.Unverified),
            f => Assert.DoesNotContain(article, f.Text[Locales.FromTag(language)], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zh-TW", "據《衛報》報導，2025年2月12日巴黎外長會議後，法國、德國、義大利、波蘭、西班牙、英國和烏克蘭的部長與歐盟執委會發表聲明：「烏克蘭與歐洲必須參與任何談判。」")]
    [InlineData("zh-HK", "據《衛報》報道，2025年2月12日巴黎外長會議後，法國、德國、意大利、波蘭、西班牙、英國和烏克蘭的部長與歐盟委員會發表聲明：「烏克蘭與歐洲必須參與任何談判。」")]
    public void One_text_has_the_words_of_each_region(string language, string text) =>
        Assert.Equal(text, s_facts.Single(f => f.Id == "paris-joint-statement").Text[Locales.FromTag(language)]);

    [Theory]
    [InlineData("zh-TW", "2025年2月12日，美國總統川普與俄羅斯總統普丁通電話。《華盛頓郵報》稱，這是川普重返白宮後兩人首次公開宣布的通話。")]
    [InlineData("zh-HK", "2025年2月12日，美國總統特朗普與俄羅斯總統普京通電話。《華盛頓郵報》稱，這是特朗普重返白宮後兩人首次公開宣布的通話。")]
    [InlineData("zh-Hant", "2025年2月12日，美國總統特朗普與俄羅斯總統普京通電話。《華盛頓郵報》稱，這是特朗普重返白宮後兩人首次公開宣布的通話。")]
    public void One_text_has_the_names_of_each_region(string language, string text) =>
        Assert.Equal(text, TheOneOn("S08").Text[Locales.FromTag(language)]);

    [Theory]
    [InlineData("trump", "川普", "特朗普")]
    [InlineData("putin", "普丁", "普京")]
    [InlineData("zelensky", "澤倫斯基", "澤連斯基")]
    [InlineData("rubio", "魯比歐", "魯比奧")]
    [InlineData("saudi-arabia", "沙烏地阿拉伯", "沙特阿拉伯")]
    [InlineData("pistorius", "佩斯托瑞斯", "皮斯托里烏斯")]
    [InlineData("european-commission", "歐盟執委會", "歐盟委員會")]
    [InlineData("riyadh", "利雅德", "利雅得")]
    public void A_party_is_called_as_each_region_calls_it(string party, string taiwan, string hongKong)
    {
        var name = LiveFacts.Base.FindParty(party)!.ShortName;
        Assert.Equal((taiwan, hongKong), (name[Locale.Taiwan], name[Locale.HongKong]));
    }

    private static IEnumerable<Fact> Covering(string statement) => s_facts.Where(f => f.Statements.Contains(statement));

    private static Fact TheOneOn(string statement) => Covering(statement).Single();
}
