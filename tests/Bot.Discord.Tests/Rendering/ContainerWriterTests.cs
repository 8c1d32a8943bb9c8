using Bot.Answers.Model;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;

namespace Bot.Discord.Tests.Rendering;

public sealed class ContainerWriterTests
{
    private const int BlueGrey = 0x455A64;

    private readonly ContainerWriter _containers = new(new LocalizedCommandNames());

    [Fact]
    public void Title_facts_sources_and_page_are_a_text_each_and_every_part_is_guarded()
    {
        var answer = Some.Answer() with
        {
            Title = "T_",
            Sections =
            [
                new Section("H*", ["P_ [1]", "- Q"], []),
                new Section(null, [], [Fact("one", "corrected") with { Date = "D_", Text = "F*", Note = "# N", Labels = ["1", "a"] }, Fact("two", "corrected")]),
            ],
            Citations =
            [
                new Citation("1", "ref-1", 1, null, null, null, "en", "https://example.org/a_(b)", "C [x]", "C"),
                new Citation("a", "copy", null, null, null, null, "en", null, "C_", "C"),
            ],
            Remarks = ["R_", "S"],
            Page = 2,
            Pages = 3,
        };

        var container = _containers.Write(answer, Component.Row(Component.Button(ButtonStyle.Primary, "Next", "next")));

        Assert.Equal((ComponentType.Container, 0xE65100), (container.Type, container.AccentColor));
        Assert.Equal(
            [
                @"### T\_",
                """
                **H\***
                P\_ \[1\]
                \- Q

                **D\_** — F\*
                ✎ *corrected* \[1\] \[a\]
                \# N

                two
                ✎ *corrected*
                """,
                """
                *R\_*
                *S*
                """,
                """
                **Sources**
                \[1\] [C \[x\]](https://example.org/a_%28b%29)
                \[a\] C\_
                """,
                "-# Page 2 of 3",
                null,
            ],
            container.Components!.Select(c => c.Content));
        Assert.Equal(ComponentType.ActionRow, container.Components![^1].Type);
    }

    [Fact]
    public void A_short_answer_names_one_source_and_says_who_says_it()
    {
        var source = new Citation("1", "ref-1", 1, null, "BBC", "2025-02-13", "en", "https://bbc.example/", "BBC, 13 February 2025", "BBC, 13 Feb");
        var answer = Some.Answer() with { Sections = [new Section(null, [], [Fact("one", "confirmed") with { Remarks = ["says Trump"], Source = source }])] };

        Assert.Equal("one\n✎ *confirmed* · says Trump · [BBC, 13 Feb](https://bbc.example/)", _containers.Write(answer).Components![1].Content);
    }

    [Fact]
    public void What_an_answer_lacks_takes_no_text()
    {
        Assert.Equal(["### Title", "Text."], Texts(Some.Answer()));
        Assert.Equal(["### Title", "Text.", "-# 第1頁，共2頁"], Texts(Some.Answer() with { Pages = 2, Language = "zh-Hant" }));
        Assert.Equal(["### Title"], Texts(Some.Answer() with { Sections = [] }));
    }

    [Theory]
    [InlineData(0x2E7D32, "confirmed")]
    [InlineData(0x827717, "confirmed-with-nuance")]
    [InlineData(0xE65100, "corrected", "corrected")]
    [InlineData(0x757575, "unverified")]
    [InlineData(BlueGrey, "confirmed", "corrected")]
    [InlineData(BlueGrey, "confirmed", "")]
    [InlineData(BlueGrey, "")]
    [InlineData(BlueGrey)]
    public void The_colour_is_the_status_of_all_facts_where_it_is_one(int colour, params string[] statuses)
    {
        var answer = Some.Answer() with { Sections = [new Section(null, ["Text."], [.. statuses.Select(s => Fact("fact", s))])] };

        Assert.Equal(colour, _containers.Write(answer).AccentColor);
    }

    [Theory]
    [InlineData(256, 256, false)]
    [InlineData(257, 256, true)]
    public void A_title_has_at_most_256_characters(int length, int shown, bool isCut)
    {
        var title = Texts(Some.Answer() with { Title = new string('a', length) })[0]["### ".Length..];

        Assert.Equal((shown, isCut), (title.Length, title.EndsWith('…')));
    }

    [Fact]
    public void Commands_are_called_as_the_readers_app_lists_them()
    {
        var answer = Some.Answer() with { Language = "ru", Title = "/who", Sections = [new Section(null, ["Например: /who Лавров"], [])] };

        Assert.Equal(["### /кто", "Например: /кто Лавров"], Texts(answer));
    }

    private string[] Texts(Answer answer) => [.. _containers.Write(answer).Components!.Select(c => c.Content!)];

    private static FactCard Fact(string text, string status) =>
        new(text, [], "2025-02-18", text) { Status = status.Length == 0 ? null : new StatusBadge(status, "✎", status) };
}
