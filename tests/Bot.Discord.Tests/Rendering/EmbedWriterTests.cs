using Bot.Answers.Model;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;

namespace Bot.Discord.Tests.Rendering;

public sealed class EmbedWriterTests
{
    private const int BlueGrey = 0x455A64;

    private readonly EmbedWriter _embeds = new(new LocalizedCommandNames(SampleBase.Answerer));

    [Fact]
    public void Facts_and_sources_are_an_embed_each_and_every_part_is_guarded()
    {
        var answer = Some.Answer() with
        {
            Title = "T_",
            Sections =
            [
                new Section("H*", ["P_ [1]", "- Q"], []),
                new Section(
                    null,
                    [],
                    [
                        new FactCard("one", [], "D_", new StatusBadge("corrected", "✎", "Corrected"), "F*", "# N", ["1", "a"]),
                        new FactCard("two", [], "D", new StatusBadge("corrected", "✎", "Corrected"), "G", null, []),
                    ]),
            ],
            Citations =
            [
                new Citation("1", "ref-1", 1, null, null, null, "en", "https://example.org/a_(b)", "C [x]"),
                new Citation("a", "copy", null, null, null, null, "en", null, "C_"),
            ],
            Page = 2,
            Pages = 3,
        };

        Assert.Equal(
            [
                new Embed
                {
                    Title = @"T\_",
                    Description =
                        """
                        **H\***
                        P\_ \[1\]
                        \- Q

                        **D\_** — F\*
                        ✎ *Corrected* \[1\] \[a\]
                        \# N

                        **D** — G
                        ✎ *Corrected*
                        """,
                    Color = 0xE65100,
                },
                new Embed
                {
                    Title = "Sources",
                    Description =
                        """
                        \[1\] [C \[x\]](https://example.org/a_%28b%29)
                        \[a\] C\_
                        """,
                    Color = 0xE65100,
                    Footer = new EmbedFooter("Page 2 of 3"),
                },
            ],
            _embeds.Write(answer));
    }

    [Fact]
    public void Without_sources_there_is_one_embed_with_the_page_below()
    {
        Assert.Equal([new Embed { Title = "Title", Description = "Text.", Color = BlueGrey }], _embeds.Write(Some.Answer()));
        Assert.Equal(
            [new Embed { Title = "Title", Description = "Text.", Color = BlueGrey, Footer = new EmbedFooter("第1頁，共2頁") }],
            _embeds.Write(Some.Answer() with { Pages = 2, Language = "zh-Hant" }));
    }

    [Theory]
    [InlineData(0x2E7D32, "confirmed")]
    [InlineData(0x827717, "confirmed-with-nuance")]
    [InlineData(0xE65100, "corrected", "corrected")]
    [InlineData(0x757575, "unverified")]
    [InlineData(BlueGrey, "confirmed", "corrected")]
    [InlineData(BlueGrey)]
    public void The_colour_is_the_status_of_all_facts_where_it_is_one(int colour, params string[] statuses)
    {
        var answer = Some.Answer() with
        {
            Sections = [new Section(null, ["Text."], [.. statuses.Select(s => new FactCard(s, [], "D", new StatusBadge(s, "m", "l"), "F", null, []))])],
        };

        Assert.All(_embeds.Write(answer), embed => Assert.Equal(colour, embed.Color));
    }

    [Theory]
    [InlineData(256, 256, false)]
    [InlineData(257, 256, true)]
    public void A_title_has_at_most_256_characters(int length, int shown, bool isCut)
    {
        var title = _embeds.Write(Some.Answer() with { Title = new string('a', length) })[0].Title!;

        Assert.Equal((shown, isCut), (title.Length, title.EndsWith('…')));
    }

    [Fact]
    public void Commands_are_called_as_the_readers_app_lists_them()
    {
        var answer = Some.Answer() with { Language = "ru", Title = "/who", Sections = [new Section(null, ["Например: /who Лавров"], [])] };

        Assert.Equal(("/кто", "Например: /кто Лавров"), (_embeds.Write(answer)[0].Title, _embeds.Write(answer)[0].Description));
    }

    [Theory]
    [InlineData(100, 0, 1, 147)]
    [InlineData(4096, 0, 1, 6000)]
    [InlineData(4097, 0, 1, 6002)]
    [InlineData(2000, 3000, 1, 5012)]
    [InlineData(2000, 3000, 2, 5023)]
    [InlineData(2988, 3000, 1, 6000)]
    [InlineData(2989, 3000, 1, 6001)]
    public void The_measure_is_that_of_all_texts_or_of_the_fullest_description_in_proportion(int facts, int sources, int pages, int measure)
    {
        // The titles "Title" and "Sources", the footer "Page 1 of 2", and `\[1\] [` before and `](https://e)` after a source.
        var answer = Some.Answer() with
        {
            Sections = [new Section(null, [new string('a', facts)], [])],
            Citations = sources == 0 ? [] : [new Citation("1", "x", 1, null, null, null, "en", "https://e", new string('b', sources - 19))],
            Pages = pages,
        };
        var sum = 5 + facts + (sources == 0 ? 0 : 7 + sources) + (pages > 1 ? 11 : 0);

        Assert.Equal(sum, _embeds.Write(answer).Sum(e => e.Length()));
        Assert.Equal(measure, EmbedWriter.Measure(_embeds.Write(answer)));
    }

    [Fact]
    public void White_space_around_a_text_does_not_count()
    {
        Assert.Equal(3, new Embed { Title = " a ", Description = "\nb\n", Footer = new EmbedFooter(" c") }.Length());
    }
}
