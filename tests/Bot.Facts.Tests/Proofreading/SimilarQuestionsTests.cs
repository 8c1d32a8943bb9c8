namespace Bot.Facts.Tests.Proofreading;

public sealed class SimilarQuestionsTests
{
    private const string Call = "2025-02/call.yaml";
    private const string Scope = "out-of-scope/anything.yaml";

    [Fact]
    public void A_subject_out_of_scope_is_named_where_a_fact_has_the_same_words() =>
        Assert.Equal(
            ["out-of-scope/anything.yaml:3:23: warning: the question has the same words as one of 'call-held', at 2025-02/call.yaml:17; remove one of them, or say in it what makes it different [similar-questions]"],
            Proofread(b => b.Write(Scope, "subjects:\n  - id: talk\n    questions: { en: [Speak did they], zh-Hant: [一], zh-Hans: [一], ru: [одно], uk: [одне] }\n")));

    [Fact]
    public void Two_subjects_may_be_alike_because_both_are_refused() =>
        Assert.Empty(Proofread(b => b.Write(
            Scope,
            """
            subjects:
              - id: a
                questions: { en: [Who ate the cake], zh-Hant: [一], zh-Hans: [一], ru: [одно], uk: [одне] }
              - id: b
                questions: { en: [The cake ate who], zh-Hant: [二], zh-Hans: [二], ru: [два], uk: [дві] }

            """)));

    [Fact]
    public void Questions_of_one_fact_may_be_alike() =>
        Assert.Empty(Proofread(b => b.Change(Call, "en: [Did they speak]", "en: [Did they speak, they did speak]")));

    [Theory]
    [InlineData("talks on 12 February", "talks on 13 February")]
    [InlineData("the call of Putin", "the call of Trump")]
    [InlineData("was it long", "was it longer than that")]
    public void Another_number_name_or_word_makes_a_question_different(string one, string other) =>
        Assert.Empty(Proofread(b => b.Change(Call, "en: [Did they speak]", $"en: [{one}]").Change(Call, "en: [How long was it]", $"en: [{other}]")));

    private static IEnumerable<string> Proofread(Action<SmallBase> change)
    {
        var small = new SmallBase();
        change(small);
        return small.Proofread().Where(p => p.Contains("[similar-questions]", StringComparison.Ordinal));
    }
}
