using Bot.Loopback.Discord.Rules;

namespace Bot.Loopback.Tests.Discord.Rules;

public sealed class FormErrorsTests
{
    [Fact]
    public void Errors_stand_in_the_place_of_what_they_are_about()
    {
        var errors = new FormErrors();
        Assert.True(errors.IsEmpty);

        errors.Add("activities.0.platform", "BASE_TYPE_CHOICES", "Value must be one of ('desktop', 'android', 'ios').");
        errors.Add("activities.0.type", "BASE_TYPE_CHOICES", "Value must be one of (0, 1, 2, 3, 4, 5).");
        errors.Add("activities.0.type", "BASE_TYPE_REQUIRED", "This field is required");

        Assert.False(errors.IsEmpty);
        Assert.Equal(
            """{"message":"Invalid Form Body","code":50035,"errors":{"activities":{"0":{"platform":{"_errors":[{"code":"BASE_TYPE_CHOICES","message":"Value must be one of (\u0027desktop\u0027, \u0027android\u0027, \u0027ios\u0027)."}]},"type":{"_errors":[{"code":"BASE_TYPE_CHOICES","message":"Value must be one of (0, 1, 2, 3, 4, 5)."},{"code":"BASE_TYPE_REQUIRED","message":"This field is required"}]}}}}}""",
            errors.ToJson().ToJsonString());
    }

    [Fact]
    public void An_error_of_the_whole_body_has_no_place()
    {
        var errors = new FormErrors();

        errors.Add("", "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");

        Assert.Equal(
            """{"message":"Invalid Form Body","code":50035,"errors":{"_errors":[{"code":"APPLICATION_COMMAND_TOO_LARGE","message":"Command exceeds maximum size (8000)"}]}}""",
            errors.ToJson().ToJsonString());
        Assert.Equal("APPLICATION_COMMAND_TOO_LARGE Command exceeds maximum size (8000)", errors.ToString());
    }

    [Fact]
    public void A_refusal_of_another_kind_has_its_own_code()
    {
        Assert.False(FormErrors.EmptyMessage.IsEmpty);
        Assert.Equal("""{"message":"Cannot send an empty message","code":50006}""", FormErrors.EmptyMessage.ToJson().ToJsonString());
        Assert.Equal("""{"message":"Maximum number of application commands reached","code":30032}""", FormErrors.TooManyCommands.ToJson().ToJsonString());
    }

    [Fact]
    public void Nothing_can_be_added_to_what_is_shared()
    {
        Assert.True(FormErrors.None.IsEmpty);
        Assert.Throws<InvalidOperationException>(() => FormErrors.None.Add("a", "b", "c"));
        Assert.Throws<InvalidOperationException>(() => FormErrors.EmptyMessage.Add("a", "b", "c"));
    }

    [Fact]
    public void What_is_right_is_no_error()
    {
        Assert.Same(FormErrors.None, CommandRules.Check(Refusals.Parse("""[{"name":"ask","description":"Asks"}]""")));
        Assert.Same(FormErrors.None, ResponseRules.Check(Refusals.Parse("""{"type":4,"data":{"content":"Hi"}}"""), InteractionKind.Command));
    }
}
