using Bot.Discord.Rendering;

namespace Bot.Discord.Tests.Rendering;

public sealed class MarkdownBuilderTests
{
    [Theory]
    [InlineData(@"a \ b", @"a \\ b")]
    [InlineData("*bold*", @"\*bold\*")]
    [InlineData("__under_line__", @"\_\_under\_line\_\_")]
    [InlineData("~~gone~~", @"\~\~gone\~\~")]
    [InlineData("`code`", @"\`code\`")]
    [InlineData("||hidden||", @"\|\|hidden\|\|")]
    [InlineData("[text](https://example.org)", @"\[text\](https://example.org)")]
    [InlineData("<@1> <@&2> <#3> </who:4> <:smile:5> <t:6:R> <id:guide>", @"\<@1> \<@&2> \<#3> \</who:4> \<:smile:5> \<t:6:R> \<id:guide>")]
    [InlineData("@everyone and @here", "@everyone and @here")]
    [InlineData("a # b > c - d + e 1. f", "a # b > c - d + e 1. f")]
    [InlineData("5 > 4, 利雅得 — 🙂 (x): “y”; 100 %", "5 > 4, 利雅得 — 🙂 (x): “y”; 100 %")]
    [InlineData("", "")]
    public void Whatever_a_text_holds_is_shown_as_it_is(string text, string markdown)
    {
        Assert.Equal(markdown, new MarkdownBuilder().Text(text).ToString());
    }

    [Theory]
    [InlineData("# heading", @"\# heading")]
    [InlineData("### heading", @"\### heading")]
    [InlineData("-# small", @"\-# small")]
    [InlineData("> quotation", @"\> quotation")]
    [InlineData(">>> quotation", @"\>>> quotation")]
    [InlineData("- item", @"\- item")]
    [InlineData("+ item", @"\+ item")]
    [InlineData("* item", @"\* item")]
    [InlineData("1. item", @"1\. item")]
    [InlineData("2025. A year", @"2025\. A year")]
    [InlineData("18.02.2025", @"18\.02.2025")]
    [InlineData("4.5_hours", @"4\.5\_hours")]
    [InlineData("4 hours", "4 hours")]
    [InlineData("2025", "2025")]
    [InlineData(".5", ".5")]
    public void Nothing_begins_at_a_lines_start(string text, string markdown)
    {
        Assert.Equal(markdown, new MarkdownBuilder().Text(text).ToString());
        Assert.Equal("Before\n" + markdown, new MarkdownBuilder().Text("Before\n" + text).ToString());
        Assert.Equal("**Before**\n" + markdown, new MarkdownBuilder().Bold("Before").Line().Text(text).ToString());
        Assert.StartsWith("Before ", new MarkdownBuilder().Text("Before ").Text(text).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Within_a_line_what_would_begin_one_is_left_alone()
    {
        Assert.Equal("**1** # 2 - 3. 4", new MarkdownBuilder().Bold("1").Text(" # 2").Text(" - 3").Text(". 4").ToString());
        Assert.Equal("**x**- y", new MarkdownBuilder().Bold("x").Text("- y").ToString());
    }

    [Fact]
    public void Every_line_of_a_text_is_guarded()
    {
        Assert.Equal("\\# a\n\\> b\n\n\\- c\n1\\. d\n", new MarkdownBuilder().Text("# a\n> b\n\n- c\n1. d\n").ToString());
    }

    [Theory]
    [InlineData("https://example.org/a_b_c*d~e", "https://example.org/a_b_c*d~e")]
    [InlineData("http://example.org/a_b", "http://example.org/a_b")]
    [InlineData("x_y https://example.org/a_b x_y", @"x\_y https://example.org/a_b x\_y")]
    [InlineData("https://example.org/a_b\nx_y", "https://example.org/a_b\nx\\_y")]
    [InlineData("«https://example.org/a_b» x_y", @"«https://example.org/a_b» x\_y")]
    [InlineData("見https://example.org/a_b。x_y", @"見https://example.org/a_b。x\_y")]
    [InlineData("https://example.org/a_b https://example.org/c_d", "https://example.org/a_b https://example.org/c_d")]
    [InlineData("https://example.org/a_b<@1>", @"https://example.org/a_b\<@1>")]
    public void Addresses_stay_whole(string text, string markdown)
    {
        Assert.Equal(markdown, new MarkdownBuilder().Text(text).ToString());
    }

    [Fact]
    public void Bold_and_italic_texts_and_links_are_guarded_too()
    {
        Assert.Equal(@"**R\*D** *a\_b* [\[1\] x\_y](https://example.org/a_b)", new MarkdownBuilder().Bold("R*D").Text(" ").Italic("a_b").Text(" ").Link("https://example.org/a_b", "[1] x_y").ToString());
    }

    [Theory]
    [InlineData("https://example.org/a_(b)", "[x](https://example.org/a_%28b%29)")]
    [InlineData("https://example.org/?a=[b]&c=1", "[x](https://example.org/?a=[b]&c=1)")]
    public void A_bracket_does_not_end_an_address(string address, string markdown)
    {
        Assert.Equal(markdown, new MarkdownBuilder().Link(address, "x").ToString());
    }

    [Fact]
    public void The_length_is_that_of_the_text_with_its_marks()
    {
        Assert.Equal(0, new MarkdownBuilder().Length);
        Assert.Equal(@"**a**\[\]".Length, new MarkdownBuilder().Bold("a").Text("[]").Length);
    }
}
