using Bot.Search.Text;

namespace Bot.Search.Tests;

public sealed class FieldTokenizerTests
{
    [Fact]
    public void Each_character_gives_itself_and_its_pair_with_the_one_before()
    {
        Assert.Equal("利 雅 利雅 得 雅得 会 得会", Cut("利雅得会"));
    }

    [Fact]
    public void No_pair_reaches_over_what_stands_between()
    {
        Assert.Equal("美 俄 美俄 会 谈 会谈", Cut("美俄，会谈"));
    }

    [Fact]
    public void Words_and_Han_characters_of_one_text_come_in_its_order_with_their_sentences()
    {
        Assert.Equal("the0 talks0 会0 谈0 会谈0 ended1", Cut("The talks會談. Ended", withSentences: true));
    }

    private static string Cut(string text, bool withSentences = false)
    {
        var cut = new List<string>();
        var terms = new FieldTokenizer(text, new char[FieldTokenizer.BufferLength]);
        while (terms.MoveNext())
        {
            cut.Add(terms.Current.ToString() + (withSentences ? terms.Sentence : ""));
        }

        return string.Join(' ', cut);
    }
}
