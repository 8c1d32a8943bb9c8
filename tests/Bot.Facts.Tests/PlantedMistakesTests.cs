using Bot.Facts.Rules;

namespace Bot.Facts.Tests;

/// <summary>A mistake for each rule, planted in a base that is otherwise valid: where it is found, what it is called, and how to fix it.</summary>
public sealed class PlantedMistakesTests
{
    private const string Call = "2025-02/call.yaml";
    private const string Base = "base.yaml";
    private const string Chapter = "2025-02/chapter.yaml";
    private const string People = "names/people.yaml";
    private const string Pages = "sources/evidence.yaml";
    private const string References = "sources/references.yaml";
    private const string Release = "releases/2025-03-01.yaml";
    private const string Topics = "names/topics.yaml";
    private const string LongText = "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 "
        + "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789";

    // Each with its name, then the file, the valid text and the mistake; several changes where one alone would break another rule. Where no text is valid, the file is new.
    private static readonly string[][] s_mistakes =
    [
        ["unknown-keys", Call, "topics: [calls]\n    cites: [ref-10]\n    status: confirmed", "topic: [calls]\n    cites: [ref-10]\n    status: confirmed"],
        ["duplicate-keys", Call, "    status: unverified", "    status: unverified\n    status: unverified"],
        ["missing-keys", Call, "    about: [putin]\n", ""],
        ["missing-translations", Call, ", uk: Вони говорили. }", " }"],
        ["invalid-values", Call, "kind: statement", "kind: statment"],
        ["invalid-dates", Call, "    kind: statement\n    when: 2025-02-12", "    kind: statement\n    when: 2025-02-30"],
        ["unsourced-facts", Call, "    cites: [ref-10]\n    status: unverified", "    status: unverified"],
        ["unattributed-claims", Call, "    by: [trump]\n", ""],
        ["ambiguous-evidence", Call, "evidence: [bbc-copy]", "evidence: [bbc-copy, { quotes: bbc-copy, denies: bbc-copy }]"],
        ["duplicate-ids", Call, "id: call-length", "id: call-held"],
        ["dangling-references", Call, "about: [putin]", "about: [puttin]"],
        ["misplaced-sources", Call, "evidence: [bbc-copy]", "evidence: [ref-10]"],
        ["unused-sources", References, "    copies: [bbc-copy]\n", "", Call, "    evidence: [bbc-copy]\n", "", Call, "status: confirmed", "status: unverified"],
        ["uncovered-statements", Chapter, "statements: 1 to 2", "statements: 1 to 3"],
        ["ambiguous-aliases", People, "aliases: [Donald J. Trump]", "aliases: [Putin]"],
        ["forbidden-aliases", People, "aliases: [Donald J. Trump]", "aliases: [俄朗普]"],
        ["counts-out-of-range", Base, "topics: 1 to 1", "topics: 2 to 9"],
        ["dates-outside-span", Chapter, "span: 2025-02-01 to 2025-02-28", "span: 2025-01-01 to 2025-01-31"],
        ["thresholds-out-of-order", Base, "as-of: 2025-03-01\n", "as-of: 2025-03-01\nthresholds: { answered: 0.2, closest: 0.5 }\n"],
        ["circular-succession", Call, "    kind: statement\n", "    kind: statement\n    supersedes: [call-held]\n"],
        ["outdated-overview", Base, "as-of: 2025-03-01\n", "as-of: 2025-03-01\noverview: { now: [call-held] }\n", Call, "    kind: statement\n    when: 2025-02-12\n", "    kind: statement\n    when: 2025-02-13\n    supersedes: [call-held]\n"],
        ["unknown-allowances", Call, "    kind: statement\n", "    kind: statement\n    allow: [{ rule: foreign-leters, because: a title }]\n"],
        ["hidden-characters", Call, "They spoke.", "They\u200B spoke."],
        ["hidden-characters-bidirectional", Call, "They spoke.", "\u202EThey spoke."],
        ["hidden-characters-control", Call, "They spoke.", "They\u0090 spoke."],
        ["hidden-characters-replacement", Call, "They spoke.", "They\uFFFD spoke."],
        ["hidden-characters-byte-order-mark", Call, "They spoke.", "They \uFEFFspoke."],
        ["hidden-characters-delete", Call, "They spoke.", "They\u007F spoke."],
        ["hidden-characters-separator", Call, "They spoke.", "They\u2028spoke."],
        ["hidden-characters-ideographic-space", Call, "They spoke.", "They\u3000spoke."],
        ["hidden-characters-escaped", Call, "They spoke.", "\"They\\u200B spoke.\""],
        ["indent-of-another-space", Call, "    kind: statement\n", "    \u3000kind: statement\n"],
        ["mixed-alphabets-cyrillic", Call, "Они говорили.", "Они гoворили."],
        ["mixed-alphabets-latin", Call, "They spoke.", "Thеy spoke."],
        ["foreign-letters-russian", Call, "Вони говорили.", "Они говорили ы."],
        ["foreign-letters-ukrainian", Call, "ru: Они говорили.", "ru: Вони говорилі."],
        ["wrong-han-forms-simplified", Call, "當勞·特朗普與普京通話。", "當勞·特朗普與普京通话。"],
        ["wrong-han-forms-traditional", Call, "zh-Hans: 他们通话。", "zh-Hans: 他们通話。"],
        ["differing-numbers", Call, "uk: Він був довгим.", "uk: Він тривав 90 хвилин."],
        ["differing-numbers-thousands", Call, "en: It was long., zh-Hant: 時間很長。, zh-Hans: 时间很长。, ru: Он был долгим., uk: Він був довгим.", "en: '12,000 words', zh-Hant: 1.2萬字, zh-Hans: 1.2万字, ru: 12 тыс. слов, uk: 120 тис. слів"],
        ["differing-day", Call, "en: It was long.", "en: It was long on 13 February 2025.", Call, "zh-Hant: 時間很長。", "zh-Hant: 2025年2月13日，時間很長。", Call, "zh-Hans: 时间很长。", "zh-Hans: 2025年2月13日，时间很长。", Call, "ru: Он был долгим.", "ru: 13 февраля 2025 года он был долгим.", Call, "uk: Він був довгим.", "uk: 13 лютого 2025 року він був довгим."],
        ["quotation-marks", Call, "uk: Вони говорили.", "uk: Вони “говорили”."],
        ["quotation-marks-open", Call, "ru: Они говорили.", "ru: Они «говорили."],
        ["repeated-questions", Call, "en: [How long was it]", "en: [did they SPEAK]"],
        ["similar-questions-order", Call, "en: [How long was it]", "en: [They did speak]"],
        ["similar-questions-form", Call, "en: [Did they speak]", "en: [their long habits]", Call, "en: [How long was it]", "en: [Their long habit]"],
        ["similar-questions-chinese", Call, "zh-Hans: [通话了吗？]", "zh-Hans: [他们通话了吗？]", Call, "zh-Hans: [多久？]", "zh-Hans: [通话了吗，他们？]"],
        ["misplaced-questions", Call, "They spoke.", "They spoke about grain prices.", Call, "en: [How long was it]", "en: [How long was it, grain prices they spoke about]"],
        ["empty-chapters", "2025-03/chapter.yaml", "", "title: { en: Later, zh-Hant: 後來, zh-Hans: 后来, ru: Позже, uk: Пізніше }\n"],
        ["inconsistent-meetings", Call, "facts:\n", "  meetings: [{ form: call, between: [trump] }]\nfacts:\n"],
        ["inconsistent-releases", Release, "", "released: 2025-03-02\nversion: '00000000'\nchanges: [{ fact: call-held, kind: added, languages: [en] }]\nfacts: [{ fact: call-held, en: '00000000' }]\n"],
        ["misspelt-names-english", Call, "They spoke.", "Donald spoke with Donlad."],
        ["misspelt-names-russian", Call, "Они говорили.", "С Доналльдом говорили."],
        ["misspelt-names-ukrainian", Call, "Вони говорили.", "З Дондльдом говорили."],
        ["misspelt-names-chinese", Call, "zh-Hans: 他们通话。", "zh-Hans: 特郎普通话。"],
        ["unchecked-overview", Base, "as-of: 2025-03-01\n", "as-of: 2025-03-01\noverview: { now: [call-held] }\n"],
        ["unexplained-corrections", Release, "", "released: 2025-03-01\nversion: '00000000'\nchanges: [{ fact: call-held, kind: correction, languages: [en], old: { en: They met. }, new: { en: They spoke. } }]\nfacts: [{ fact: call-held, en: '00000000' }]\n"],
        ["swallowed-names", People, "aliases: [Donald J. Trump]", "aliases: [Putin and Trump]"],
        ["unlisted-spellings", People, "aliases: [Donald J. Trump]", "aliases: [Drumpf]", Call, "They spoke.", "Drumpf spoke."],
        ["odd-addresses-dot", Pages, "https://example.org/talks", "https://example.org./talks"],
        ["odd-addresses-port", Pages, "https://example.org/talks", "https://example.org:443/talks"],
        ["stubs", Call, "They spoke.", "TO WRITE in English"],
        ["address-missing", Pages, "    address: https://example.org/talks\n", ""],
        ["publisher-missing", Pages, "    publisher: Observer\n", ""],
        ["title-missing", References, "    title: Talks start now\n", ""],
        ["footnote-missing", References, "    footnote: 10\n", ""],
        ["confirmed-by-one-report", Call, "    statements: [S01]\n", "", Chapter, "statements: 1 to 2\n", "", Call, "    statements: [S02]\n", ""],
        ["disputed-by-one", Call, "status: unverified", "status: disputed\n    evidence: [bbc-copy]"],
        ["renamed-key", Base, "forbidden-aliases:", "never-aliases:"],
        ["text-too-long", Topics, "en: Calls", "en: Calls " + LongText],
    ];

    [Fact]
    public void Every_planted_mistake_is_found_with_its_place_and_its_fix() => Approved.Matches(
        "Bot.Facts.Tests",
        "planted-mistakes.txt",
        s_mistakes.Select(mistake => (mistake[0], string.Concat(Planted(mistake).Proofread().Select(p => p + "\n")))));

    [Fact]
    public void Each_of_them_is_at_least_one_problem()
    {
        Assert.InRange(s_mistakes.Length, 45, int.MaxValue);
        Assert.All(s_mistakes, mistake => Assert.NotEmpty(Planted(mistake).Proofread()));
    }

    [Fact]
    public void Every_rule_has_its_mistake()
    {
        var found = s_mistakes.SelectMany(mistake => Planted(mistake).Load(proofreads: true).Problems).Select(p => p.Rule).ToHashSet();

        Assert.Empty(RuleSet.AllRules.Select(r => r.Name).Except(found));
    }

    [Fact]
    public void The_base_without_mistakes_has_no_problem()
    {
        Assert.Empty(new SmallBase().Proofread());
    }

    private static SmallBase Planted(string[] mistake)
    {
        var small = new SmallBase();
        foreach (var change in mistake.Skip(1).Chunk(3))
        {
            _ = change[1].Length == 0 ? small.Write(change[0], change[2]) : small.Change(change[0], change[1], change[2]);
        }

        return small;
    }
}
