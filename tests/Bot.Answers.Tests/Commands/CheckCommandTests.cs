using Bot.Answers.Model;
using Bot.Answers.Rendering;
using Bot.Answers.Texts;
using Bot.Facts.Model;

namespace Bot.Answers.Tests.Commands;

public sealed class CheckCommandTests
{
    // Words that a reader could take for a yes.
    private static readonly string[] s_approving = ["✓", "≈", "Confirmed", "correct", " true", "已證實", "已证实", "属实", "屬實", "正确", "正確", "Подтвержд", "верно", "правда", "Підтвердж", "правильно"];

    [Fact]
    public void A_false_message_never_gets_a_mark_or_a_word_of_approval()
    {
        var messages = Question.Forms("false-messages").ToList();

        Assert.Equal(60, messages.Count);
        Assert.All(messages, m => AssertNoApproval(Check(m.Text, m.Language)));
    }

    [Fact]
    public void A_true_message_gets_no_verdict_either()
    {
        Assert.All(Question.Every().Where(q => q.IsTrue == true), q => AssertNoApproval(Check(q.Text, q.Language)));
    }

    [Theory]
    [InlineData("en", "The Riyadh talks lasted 12 hours.", "Figure: the message has another; the base has 4.5 hours.")]
    [InlineData("en", "US and Russian delegations met in Doha on 18 February 2025.", "Place: the message has another; the base has Riyadh.")]
    [InlineData("ru", "Трамп и Путин говорили по телефону 20 февраля 2025 года.", "Дата: в сообщении иначе; в базе — 12 февраля 2025 года.")]
    public void Another_value_is_said_with_that_of_the_base(string language, string text, string comparison)
    {
        Assert.Contains(comparison, PlainTextRenderer.Write(Summary.Of(Check(text, language))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_value_is_said_as_such_where_nothing_is_denied()
    {
        Assert.Contains("Figure: the same in the message and in the base.", PlainTextRenderer.Write(Check("The Riyadh talks lasted 4.5 hours.", "en")), StringComparison.Ordinal);
        Assert.DoesNotContain("the same in the message", PlainTextRenderer.Write(Check("The Riyadh talks never lasted 4.5 hours.", "en")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(LanguageData.Languages), MemberType = typeof(LanguageData))]
    public void The_heading_says_that_it_is_no_verdict_and_nothing_of_the_message_is_shown(string language)
    {
        var answer = Check("zxqv The Riyadh talks lasted 12 hours zxqv", language);

        Assert.Equal(UiTexts.In(Locales.FromTag(language).ToLanguage()).CheckTitle, answer.Title);
        Assert.DoesNotContain("zxqv", PlainTextRenderer.Write(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("zxqv", answer.Request.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_shortened_request_shows_the_same_comparison_again()
    {
        var answer = Check("The Riyadh talks lasted 12 hours", "en");

        Assert.Equal("/check riyadh-talks-duration !minutes lang:en", answer.Request.ToString());
        Assert.Equal(PlainTextRenderer.Write(answer), PlainTextRenderer.Write(SampleBase.Answerer.Answer(answer.Request)));
    }

    [Fact]
    public void Several_claims_get_several_facts()
    {
        var answer = Check("The Riyadh talks lasted 12 hours. Rubio phoned Lavrov on 15 February 2025 about the coming meeting.", "en");

        Assert.Equal(["riyadh-talks-duration", "rubio-lavrov-call-held"], answer.Ids().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_message_without_text_or_without_a_close_fact_gets_a_line_that_says_so()
    {
        Assert.Equal(Outcome.Invalid, Check("🙂", "en").Outcome);
        Assert.Equal(Outcome.Unknown, Check("My sourdough starter died again and I have no flour left", "en").Outcome);
    }

    private static Answer Check(string text, string language) => SampleBase.Answerer.Answer(new Request(Request.Check, text, language));

    private static void AssertNoApproval(Answer answer)
    {
        Assert.All(answer.Facts, f => Assert.Null(f.Status));
        var around = string.Concat(answer.Sections.SelectMany(s => s.Paragraphs).Append(answer.Title).Concat(answer.Facts.SelectMany(f => f.Remarks)));
        Assert.All(s_approving, word => Assert.DoesNotContain(word, around, StringComparison.OrdinalIgnoreCase));
    }
}
