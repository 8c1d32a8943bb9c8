using Bot.Answers.Conversation;

namespace Bot.Answers.Tests.Conversation;

public sealed class TalkTextTests
{
    [Theory]
    [InlineData("  Hello,   WORLD! 👋 ", "hello world")]
    [InlineData("thaaaanks", "thaanks")]
    [InlineData("hahahahaha", "haha")]
    [InlineData("謝謝 你", "谢谢你")]
    [InlineData("ok 好的 bye", "ok好的bye")]
    [InlineData("哈哈哈哈", "哈哈")]
    [InlineData("2000", "2000")]
    [InlineData("you're", "youre")]
    [InlineData("!!!", "")]
    public void A_text_is_compared_in_its_normal_form(string text, string normal)
    {
        Span<char> buffer = stackalloc char[TalkText.MaxLength];

        Assert.Equal(normal, new string(buffer[..TalkText.Normalize(text, buffer)]));
    }

    [Theory]
    [InlineData("ありがとう")]
    [InlineData("hello สวัสดี")]
    public void A_text_with_letters_of_other_scripts_has_none(string text)
    {
        Assert.Equal(-1, TalkText.Normalize(text, stackalloc char[TalkText.MaxLength]));
    }

    [Fact]
    public void A_text_that_is_too_long_has_none()
    {
        var words = string.Join(' ', Enumerable.Range(1000, 40)) + " ";
        Span<char> buffer = stackalloc char[TalkText.MaxLength];

        Assert.Equal(199, TalkText.Normalize(words, buffer));
        Assert.Equal(-1, TalkText.Normalize(words + "ab", buffer));
        Assert.Equal(5, TalkText.Normalize("hello" + new string('o', 10_000), buffer) - 1);
    }
}
