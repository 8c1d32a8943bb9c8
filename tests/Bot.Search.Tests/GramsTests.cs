namespace Bot.Search.Tests;

public sealed class GramsTests
{
    [Theory]
    [InlineData("lavrov", "␣lav lavr avro vrov rov␣")]
    [InlineData("talk", "␣tal talk alk␣")]
    [InlineData("in", "␣in␣")]
    [InlineData("a", "␣a␣")]
    [InlineData("мир и", "␣мир мир␣ ␣и␣")]
    public void A_word_of_letters_is_cut_into_fours_with_its_boundaries(string folded, string grams)
    {
        Assert.Equal(grams, Cut(folded));
    }

    [Theory]
    [InlineData("利雅得会谈", "利雅 雅得 得会 会谈")]
    [InlineData("美俄", "美俄")]
    [InlineData("俄", "俄")]
    public void A_run_of_Han_is_cut_into_pairs(string folded, string grams)
    {
        Assert.Equal(grams, Cut(folded));
    }

    [Fact]
    public void A_run_ends_where_the_script_changes()
    {
        Assert.Equal("加入 ␣nat nato ato␣ 北约 ␣g7␣", Cut("加入nato北约 g7"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Nothing_has_no_grams(string folded)
    {
        Assert.Equal("", Cut(folded));
    }

    private static string Cut(string folded)
    {
        var cut = new List<string>();
        var grams = new Grams(folded);
        while (grams.MoveNext())
        {
            cut.Add(Letters(grams.Current));
        }

        return string.Join(' ', cut);
    }

    private static string Letters(ulong gram) =>
        gram == 0 ? "" : Letters(gram >> 16) + ((char)gram == Folding.Separator ? '␣' : (char)gram);
}
