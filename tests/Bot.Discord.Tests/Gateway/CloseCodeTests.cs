using Bot.Discord.Gateway;

namespace Bot.Discord.Tests.Gateway;

// Opcodes and Status Codes, Gateway Close Event Codes.
public sealed class CloseCodeTests
{
    [Theory]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4003)]
    [InlineData(4005)]
    [InlineData(4008)]
    public void After_most_codes_the_session_is_resumed(int code)
    {
        Assert.False(CloseCode.EndsSession(code));
        Assert.Null(CloseCode.Remedy(code));
    }

    [Theory]
    [InlineData(4007)]
    [InlineData(4009)]
    public void After_an_invalid_sequence_or_a_timeout_a_new_session_is_begun(int code)
    {
        Assert.True(CloseCode.EndsSession(code));
        Assert.Null(CloseCode.Remedy(code));
    }

    [Theory]
    [InlineData(4004, "Discord:Token")]
    [InlineData(4010, "Discord:Shards")]
    [InlineData(4011, "Discord:Shards")]
    [InlineData(4012, "newer version")]
    [InlineData(4013, "newer version")]
    [InlineData(4014, "newer version")]
    public void After_a_code_that_forbids_it_nobody_connects_again_but_the_log_says_what_to_do(int code, string remedy)
    {
        Assert.Contains(remedy, CloseCode.Remedy(code), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1006)]
    [InlineData(1011)]
    [InlineData(4006)]
    [InlineData(4015)]
    [InlineData(4900)]
    public void Codes_that_the_gateway_does_not_name_are_no_reason_to_give_up(int? code)
    {
        Assert.False(CloseCode.EndsSession(code));
        Assert.Null(CloseCode.Remedy(code));
    }
}
