using Bot.Search.Text;

namespace Bot.Search.Tests;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Lavrov's talks, at 4.5 hours!", "lavrovs talks at 45 hours")]
    [InlineData("Ер-Ріяд: п'ять годин", "ер ріяд пять годин")]
    [InlineData("ПЁТР Йод", "петр иод")]
    [InlineData("1,500 людей; 2025.", "1500 людеи 2025")]
    [InlineData("NATO北約G7", "nato 北 约 g7")]
    [InlineData("ＦＵＬＬ　width", "full width")]
    public void Words_are_folded_and_Han_characters_stand_alone(string text, string words)
    {
        Assert.Equal(words, string.Join(' ', Read(text).Select(w => w.Word)));
    }

    [Theory]
    [InlineData("利雅得 會談", "利 雅+ 得+ 会 谈+")]
    [InlineData("利雅得，會談a國", "利 雅+ 得+ 会 谈+ a 国")]
    public void A_Han_character_tells_whether_another_stands_right_before_it(string text, string words)
    {
        Assert.Equal(words, string.Join(' ', Read(text).Select(w => w.Word + (w.FollowsHan ? "+" : ""))));
    }

    [Theory]
    [InlineData("One two. Three! Four? Five", "0 0 1 2 3", 4)]
    [InlineData("一。二！三？四；五", "0 1 2 3 4", 5)]
    [InlineData("at example.org, v1.2 done.", "0 0 0 0 0", 1)]
    [InlineData("...  ! one\ntwo\n\n", "0 1", 2)]
    [InlineData("он сказал: «да». Потом", "0 0 0 1", 2)]
    public void Sentences_are_counted_by_the_signs_that_end_them(string text, string sentences, int count)
    {
        Assert.Equal(sentences, string.Join(' ', Read(text).Select(w => w.Sentence)));
        Assert.Equal(count, Count(text));
    }

    [Fact]
    public void Of_a_very_long_word_the_beginning_counts()
    {
        Assert.Equal([new string('a', Tokenizer.MaxLength), "b"], Read(new string('a', 10_000) + " b").Select(w => w.Word));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ?!…\ud800\u202e")]
    public void Nothing_has_no_words(string text)
    {
        Assert.Empty(Read(text));
        Assert.Equal(0, Count(text));
    }

    [Fact]
    public void A_text_is_cut_into_its_sentences_with_nothing_lost_and_none_blank()
    {
        const string Text = "Trump said 4.5 hours. Then?  「好。」是 end";

        Assert.Equal(["Trump said 4.5 hours.", " Then?", "  「好。", "」是 end"], SentenceSplitter.Split(Text).Select(r => Text[r]));
        Assert.Empty(SentenceSplitter.Split(" \n "));
    }

    private static List<(string Word, bool FollowsHan, int Sentence)> Read(string text)
    {
        var read = new List<(string, bool, int)>();
        var words = new Tokenizer(text, new char[Tokenizer.MaxLength]);
        while (words.MoveNext())
        {
            read.Add((words.Current.ToString(), words.FollowsHan, words.Sentence));
        }

        return read;
    }

    private static int Count(string text)
    {
        var words = new Tokenizer(text, new char[Tokenizer.MaxLength]);
        while (words.MoveNext())
        {
            continue;
        }

        return words.Sentence;
    }
}
