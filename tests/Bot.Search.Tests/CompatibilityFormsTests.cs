using System.Text;
using Bot.Search.Text;

namespace Bot.Search.Tests;

public sealed class CompatibilityFormsTests
{
    [Theory]
    [InlineData("ﬁﬂﬀﬃﬄﬅﬆ", "fiflffffifflstst")]
    [InlineData("Ｌａｖｒｏｖ\u3000（２）", "Lavrov (2)")]
    [InlineData("𝐋𝑎𝒗𝓻𝔬𝕧 𝖫𝗮𝘷𝙧𝚘𝓿", "Lavrov Lavrov")]
    [InlineData("ℒℴⅎℌℜℤℯℎK", "LoⅎHRZehK")]
    [InlineData("𝟎𝟗𝟘𝟡𝟢𝟫𝟬𝟵𝟶𝟿🯰🯹", "090909090909")]
    [InlineData("Ⓛⓐ⒱🄰🄐", "La(v)A(A)")]
    [InlineData("ⅫⅳⅯ", "XIIivM")]
    [InlineData("2⽉12⽇", "2月12日")]
    [InlineData("⼀⿕⺟⻳⺠⻄⻢⺼", "一龠母龟民西马肉")]
    [InlineData("\uf90f\uf900\ufa6a\ufad9", "羅豈頻龎")]
    [InlineData("\U0002f800\U0002fa1d", "丽\U0002a600")]
    [InlineData("㋁㏫㍥", "2月12日13点")]
    [InlineData("羅\U000e0100夫\U000e01ef", "羅夫")]
    [InlineData("№ 5 ™ km² ½ ① ❤\ufe0f", "№ 5 ™ km² ½ ① ❤\ufe0f")]
    [InlineData("プーチン كريملين Ω", "プーチン كريملين Ω")]
    [InlineData("\ud800ﬁ\udc00", "\ud800fi\udc00")]
    [InlineData("", "")]
    public void Characters_become_those_that_they_stand_for(string text, string ordinary)
    {
        Assert.Equal(ordinary, CompatibilityForms.Normalize(text));
        Assert.Equal(Folding.Fold(ordinary), Folding.Fold(text));
    }

    [Fact]
    public void All_forms_of_letters_digits_and_Han_characters_fold_as_what_they_stand_for()
    {
        var forms = Enumerable.Range(0x80, 0x2fa20).Where(Rune.IsValid).Select(c => new Rune(c).ToString())
            .Select(c => (Form: c, Ordinary: CompatibilityForms.Normalize(c)))
            .Where(f => f.Form != f.Ordinary && f.Ordinary != " ")
            .ToList();

        // 94 full-width, 214 + 113 radicals, 460 + 542 ideographs, 652 + 50 of mathematics; letters in circles, squares and ligatures are the rest.
        Assert.InRange(forms.Count, 94 + 214 + 113 + 460 + 542 + 652 + 50, 2700);
        Assert.All(forms, f => Assert.Equal(Folding.Fold(f.Ordinary), Folding.Fold(f.Form)));
        Assert.All(forms, f => Assert.Equal(f.Ordinary, CompatibilityForms.Normalize(f.Ordinary)));
    }

    [Fact]
    public void Every_alphabet_of_mathematics_has_all_its_letters()
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        for (var first = 0x1d400; first < 0x1d6a4; first += Alphabet.Length)
        {
            Assert.Equal(Alphabet, CompatibilityForms.Normalize(string.Concat(Enumerable.Range(first, Alphabet.Length).Select(char.ConvertFromUtf32))));
        }
    }

    [Fact]
    public void A_text_without_such_characters_is_not_copied()
    {
        const string Text = "Скільки тривали the talks 在利雅得的會談, 2025?";

        Assert.Same(Text, CompatibilityForms.Normalize(Text));
    }
}
