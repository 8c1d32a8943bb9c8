using Bot.Adapters.Text;

namespace Bot.Adapters.Tests.Text;

public sealed class TruncationTests
{
    [Theory]
    [InlineData("abcde", "abcde")]
    [InlineData("abcdef", "abcd…")]
    [InlineData("abc def", "abc…")]
    [InlineData("利雅得會談歷時", "利雅得會…")]
    [InlineData("abc🙂", "abc🙂")]
    [InlineData("abc🙂d", "abc…")]
    [InlineData("ab🙂cd", "ab🙂…")]
    [InlineData("🙂🙂🙂", "🙂🙂…")]
    [InlineData("", "")]
    public void What_does_not_fit_ends_with_a_sign_and_never_within_a_character(string text, string cut)
    {
        Assert.Equal(cut, Truncation.Cut(text, 5));
    }
}
