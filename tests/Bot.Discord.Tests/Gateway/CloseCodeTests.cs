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
        Assert.Null(CloseCode.Remedy(code, areShardsSet: false));
    }

    [Theory]
    [InlineData(4007)]
    [InlineData(4009)]
    public void After_an_invalid_sequence_or_a_timeout_a_new_session_is_started(int code)
    {
        Assert.True(CloseCode.EndsSession(code));
        Assert.Null(CloseCode.Remedy(code, areShardsSet: false));
    }

    [Theory]
    [InlineData(4004, false, "Discord:Token")]
    [InlineData(4010, true, "Leave Discord:Shards out")]
    [InlineData(4010, false, "the bot then asks for the recommendation again")]
    [InlineData(4011, true, "Leave Discord:Shards out to use Discord's recommendation, or raise it")]
    [InlineData(4011, false, "the bot then asks for the recommendation again. Or set Discord:Shards to more")]
    [InlineData(4012, false, "newer version")]
    [InlineData(4013, false, "newer version")]
    [InlineData(4014, false, "newer version")]
    public void After_a_code_that_forbids_it_nobody_connects_again_but_the_log_says_what_to_do(int code, bool areShardsSet, string remedy)
    {
        Assert.Contains(remedy, CloseCode.Remedy(code, areShardsSet), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4010)]
    [InlineData(4011)]
    public void A_setting_that_is_not_set_is_not_to_be_left_out(int code)
    {
        Assert.DoesNotContain("Leave Discord:Shards out", CloseCode.Remedy(code, areShardsSet: false), StringComparison.Ordinal);
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
        Assert.Null(CloseCode.Remedy(code, areShardsSet: false));
    }
}
