namespace Bot.Facts.Tests.Rules;

public sealed class InvalidValuesTests
{
    private const string File = "2025-02/call.yaml";
    private const string NumberFix = "write a whole number from 1";

    [Theory]
    [InlineData("    title: Talks start now", "    title: ' '", "9:12: the text is blank; write it, or leave the key out")]
    [InlineData("    title: Talks start now", "    title:", "9:11: the text is blank; write it, or leave the key out")]
    [InlineData("    title: Talks start now", "    title: ' Talks'", "9:12: the text has spaces around it or a line break in it; write it on one line")]
    [InlineData("    title: Talks start now", "    title: \"Talks\\nstart\"", "9:12: the text has spaces around it or a line break in it; write it on one line")]
    [InlineData("    title: Talks start now", "    title: \"Talks\\astart\"", "9:12: the text has a control character; remove it")]
    [InlineData("    title: Talks start now", "    title: [Talks]", "9:12: this is not a single value; write one value after the key")]
    [InlineData("    title: Talks start now", "    title: Talks {start now", "9:12: a brace is not closed or not opened; add the other brace, or remove this one")]
    [InlineData("kind: reference", "kind: refrence", "7:11: 'refrence' is not known here; use one of: article, reference, evidence")]
    [InlineData("footnote: 10", "footnote: ten", "8:15: 'ten' is not a number; " + NumberFix)]
    [InlineData("footnote: 10", "footnote: 0", "8:15: '0' is not a number; " + NumberFix)]
    [InlineData("footnote: 10", "footnote: -1", "8:15: '-1' is not a number; " + NumberFix)]
    [InlineData("footnote: 10", "footnote: 010", "8:15: '010' is not a number; " + NumberFix)]
    [InlineData("footnote: 10", "footnote: 99999999999", "8:15: '99999999999' is not a number; " + NumberFix)]
    [InlineData("copies: [bbc-copy]", "copies: bbc-copy", "13:13: this is not a list; write [one, two], or each item on its own line after '- '")]
    [InlineData("copies: [bbc-copy]", "copies: []", "13:13: the list is empty; add an item, or leave the key out")]
    [InlineData("copies: [bbc-copy]", "copies: [bbc-copy]\n    defects: [Wrong]", "14:15: the text has no language; write it under en, zh-Hant, zh-Hans, ru and uk, or those of them that the base has")]
    public void A_value_has_the_form_that_its_key_asks_for(string sound, string broken, string problem)
    {
        Assert.Contains(
            "sources/references.yaml:" + problem,
            new SmallBase().Change("sources/references.yaml", sound, broken).Problems());
    }

    [Fact]
    public void A_text_has_at_most_400_characters()
    {
        Assert.Empty(new SmallBase().Change("sources/references.yaml", "Talks start now", new string('a', 400)).Problems());
        Assert.Equal(
            ["sources/references.yaml:9:12: the text has 401 characters; shorten it to 400"],
            new SmallBase().Change("sources/references.yaml", "Talks start now", new string('a', 401)).Problems());
    }

    [Fact]
    public void A_note_has_at_most_1000_characters()
    {
        Assert.Empty(WithNote(1000).Problems());
        Assert.Equal(["2025-02/call.yaml:16:17: the text has 1001 characters; shorten it to 1000"], WithNote(1001).Problems());

        static SmallBase WithNote(int length) =>
            new SmallBase().Change(File, "They spoke., zh-Hant: 當勞·特朗普與普京通話。, zh-Hans: 他们通话。, ru: Они говорили., uk: Вони говорили. }\n    note: { en: The article says so.",
                "They spoke., zh-Hant: 當勞·特朗普與普京通話。, zh-Hans: 他们通话。, ru: Они говорили., uk: Вони говорили. }\n    note: { en: " + new string('a', length));
    }

    [Theory]
    [InlineData("Call")]
    [InlineData("call_length")]
    [InlineData("call--length")]
    [InlineData("-call")]
    [InlineData("call-")]
    [InlineData("дзвінок")]
    [InlineData("a23456789-123456789-123456789-123456789-123456789")]
    public void An_id_is_made_of_lower_case_words_joined_by_hyphens(string id)
    {
        Assert.Equal(
            [$"2025-02/call.yaml:18:9: '{id}' is not an id; use at most 48 lower-case letters and digits, in words joined by single hyphens"],
            new SmallBase().Change(File, "id: call-length", "id: " + id).Problems());
    }

    [Theory]
    [InlineData("2")]
    [InlineData("s02")]
    [InlineData("S2")]
    [InlineData("S002")]
    [InlineData("S-2")]
    [InlineData("S+02")]
    public void A_statement_is_S_and_at_least_two_digits(string statement)
    {
        Assert.Equal(
            [
                "2025-02/call.yaml:19:18: '" + statement + "' is not a statement; write S and its number, such as S41",
                "2025-02/chapter.yaml:3:13: no fact covers S02; add it to the statements of the fact that says it",
            ],
            new SmallBase().Change(File, "[S02]", $"[{statement}]").Problems());
    }

    [Theory]
    [InlineData("one")]
    [InlineData("2")]
    [InlineData("2 to 1")]
    [InlineData("1 to 2 to 3")]
    [InlineData("-1 to 2")]
    [InlineData("1 to 10000")]
    public void Bounds_are_the_least_and_the_most(string bounds)
    {
        Assert.Equal(
            [$"2025-02/chapter.yaml:6:10: '{bounds}' is not a range; write the minimum and the maximum, such as 50 to 80"],
            new SmallBase().Change("2025-02/chapter.yaml", "facts: 2 to 2", "facts: " + bounds).Problems());
    }

    [Theory]
    [InlineData("example.org/talks")]
    [InlineData("ftp://example.org/talks")]
    [InlineData("file:///etc/hosts")]
    [InlineData("javascript:alert(1)")]
    public void An_address_is_a_web_page(string address)
    {
        Assert.Equal(
            [$"sources/evidence.yaml:6:14: '{address}' is not an address; write it in full, starting with https://"],
            new SmallBase().Change("sources/evidence.yaml", "https://example.org/talks", address).Problems());
    }

    [Fact]
    public void A_thing_has_keys()
    {
        Assert.Equal(
            ["2025-02/call.yaml:1:8: this is not a mapping (event); write its keys: id, when, title, meetings, overview"],
            new SmallBase()
                .Change(File, "event:\n  id: call\n  when: 2025-02-12\n  title: { en: The call, zh-Hant: 特朗普與普京通話, zh-Hans: 通话, ru: Звонок, uk: Дзвінок }", "event: call")
                .Change("2025-02/chapter.yaml", "events: 1 to 1", "events: 0 to 1")
                .Problems());
    }
}
