using System.Text;
using Bot.Answers.Buttons;
using Bot.Answers.Model;

namespace Bot.Answers.Tests.Live;

/// <summary>Whatever fact is added, the answers that show it lead on by buttons.</summary>
public sealed class ButtonSizeTests
{
    // What is left of a Telegram button's 64 bytes.
    private const int MaxBytes = 63;

    private const string Version = "9fa0b8fc";

    [Theory]
    [MemberData(nameof(LanguageData.Locales), MemberType = typeof(LanguageData))]
    public void Whatever_an_answer_leads_to_fits_a_button_and_reads_back(string locale)
    {
        var requests = EveryRequest.All(LiveBase.Facts, LiveBase.Answerer)
            .Select(text => LiveBase.Ask(text, locale))
            .SelectMany(a => a.FollowUps.Select(f => f.Request).Concat(a.Outcome == Outcome.Answered ? [a.Request, a.Request.WithPage(35), a.Request.WithPage(1000)] : []))
            .ToHashSet();

        Assert.InRange(requests.Count, 500, int.MaxValue);
        Assert.All(requests, request =>
        {
            var code = LiveBase.Answerer.Encode(request, Version, MaxBytes);

            Assert.NotNull(code);
            Assert.InRange(Encoding.UTF8.GetByteCount(code), 1, MaxBytes);
            Assert.Equal(new DecodedRequest(request, Version), LiveBase.Answerer.Decode(code));
        });
    }

    [Fact]
    public void Codes_of_different_requests_differ()
    {
        var requests = EveryRequest.Commands(LiveBase.Facts, LiveBase.Answerer).Select(text => LiveBase.Ask(text).Request).ToHashSet();

        Assert.Equal(requests.Count, requests.Select(r => LiveBase.Answerer.Encode(r, Version, 1000)).Distinct().Count());
    }
}
