using Bot.Answers.Conversation;

namespace Bot.Answers.Tests.Conversation;

public sealed class PhraseFileTests
{
    [Theory]
    [InlineData("hello", "hello")]
    [InlineData("what [can|could] you do", "what can you do; what could you do")]
    [InlineData("thanks[| a lot]", "thanks; thanks a lot")]
    [InlineData("[a|b][1|2]", "a1; a2; b1; b2")]
    public void A_phrase_stands_for_each_choice_of_its_alternatives(string phrase, string phrases)
    {
        Assert.Equal(phrases, string.Join("; ", PhraseFile.Expand(phrase)));
    }

    [Theory]
    [InlineData("talk")]
    [InlineData("overview")]
    [InlineData("meetings")]
    [InlineData("sequence")]
    [InlineData("proof")]
    [InlineData("spam")]
    [InlineData("languages")]
    public void Each_file_can_be_read(string name)
    {
        Assert.NotNull(PhraseFile.Load(name));
    }

    [Fact]
    public void A_file_or_section_that_nobody_wrote_is_the_programmers_error()
    {
        Assert.Throws<InvalidOperationException>(() => PhraseFile.Load("llamas"));
        Assert.Throws<InvalidOperationException>(() => PhraseFile.Load("talk").Lists("Llamas"));
    }
}
