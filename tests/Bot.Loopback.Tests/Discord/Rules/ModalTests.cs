namespace Bot.Loopback.Tests.Discord.Rules;

public sealed class ModalTests
{
    private const string Required = " BASE_TYPE_REQUIRED This field is required";

    [Theory]
    [InlineData("""{"custom_id":"<100>","title":"<45>"}""", "")]
    [InlineData("""{"custom_id":"<101>"}""", ".custom_id BASE_TYPE_BAD_LENGTH Must be between 1 and 100 in length.")]
    [InlineData("""{"title":"<46>"}""", ".title BASE_TYPE_BAD_LENGTH Must be between 1 and 45 in length.")]
    [InlineData("""{"title":null}""", ".title" + Required)]
    [InlineData("""{"components":null}""", ".components" + Required)]
    [InlineData("""{"components":[]}""", ".components BASE_TYPE_BAD_LENGTH Must be between 1 and 5 in length.")]
    [InlineData("""{"components":[<5*{"type":10,"content":"a"}>]}""", "")]
    [InlineData("""{"components":[<6*{"type":10,"content":"a"}>]}""", ".components BASE_TYPE_BAD_LENGTH Must be between 1 and 5 in length.")]
    [InlineData("""{"components":[{"type":4,"custom_id":"a","style":1}]}""", ".components.0 UNION_TYPE_CHOICES Value of field \"type\" must be one of (1, 10, 18).")]
    [InlineData("""{"components":[{"type":1,"components":[{"type":4,"custom_id":"a","style":1,"label":"a"}]}]}""", "")]
    [InlineData("""{"components":[<2*{"type":18,"label":"a","component":{"type":23,"custom_id":"a"}}>]}""", ".components.1.component.custom_id COMPONENT_CUSTOM_ID_DUPLICATED Component custom id cannot be duplicated")]
    public void A_modal_keeps_its_limits(string members, string refusal)
    {
        Assert.Equal(Refusals.At("data", refusal), Refusals.Modal(members));
    }

    [Theory]
    [InlineData("<45>", """{"type":4,"custom_id":"a","style":2,"min_length":0,"max_length":4000,"value":"<4000>","placeholder":"<100>"}""", "")]
    [InlineData("<46>", """{"type":4,"custom_id":"a","style":2}""", ".label BASE_TYPE_BAD_LENGTH Must be between 1 and 45 in length.")]
    [InlineData("a", """{"type":4,"custom_id":"a","style":3}""", ".component.style BASE_TYPE_CHOICES Value must be one of (1, 2).")]
    [InlineData("a", """{"type":4,"custom_id":"a","style":1,"max_length":4001}""", ".component.max_length NUMBER_TYPE_MAX int value should be less than or equal to 4000.")]
    [InlineData("a", """{"type":4,"custom_id":"a","style":1,"value":"<4001>"}""", ".component.value BASE_TYPE_MAX_LENGTH Must be 4000 or fewer in length.")]
    [InlineData("a", """{"type":4,"custom_id":"a","style":1,"placeholder":"<101>"}""", ".component.placeholder BASE_TYPE_MAX_LENGTH Must be 100 or fewer in length.")]
    [InlineData("a", """{"type":5,"custom_id":"a","min_values":0,"required":false}""", "")]
    [InlineData("a", """{"type":5,"custom_id":"a","min_values":0}""", ".component.min_values NUMBER_TYPE_MIN int value should be greater than or equal to 1.")]
    [InlineData("a", """{"type":5,"custom_id":"a","disabled":true}""", ".component.disabled LOOPBACK_NOT_ALLOWED_HERE This field is not allowed here")]
    [InlineData("a", """{"type":2,"custom_id":"a","style":1}""", ".component UNION_TYPE_CHOICES Value of field \"type\" must be one of (3, 4, 5, 6, 7, 8, 19, 21, 22, 23).")]
    public void A_label_holds_what_is_asked(string label, string component, string refusal)
    {
        Assert.Equal(
            Refusals.At("data.components.0", refusal),
            Refusals.Modal($$"""{"components":[{"type":18,"label":"{{label}}","component":{{component}}}]}"""));
    }
}
