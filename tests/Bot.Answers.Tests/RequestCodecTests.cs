using System.Text;
using Bot.Answers.Buttons;
using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Answers.Tests;

public sealed class RequestCodecTests
{
    // What is left of a Telegram button's 64 bytes.
    private const int MaxBytes = 63;

    private const string Version = "9fa0b8fc";

    [Theory]
    [InlineData("who", "lavrov", "en", 1, "9fa0b8fce1 who ~5MGk")]
    [InlineData("timeline", "2025-02-12 ceasefire us", "uk", 2, "9fa0b8fcu2 timeline 2025-02-12 ~IQXz us")]
    [InlineData("source", "14", "zh-TW", 1, "9fa0b8fcw1 source 14")]
    [InlineData("corrections", "", "zh-HK", 35, "9fa0b8fchz corrections")]
    [InlineData("corrections", "", "zh-Hant", 36, "9fa0b8fct10 corrections")]
    [InlineData("corrections", "", "zh-Hans", 1000, "9fa0b8fcsrs corrections")]
    [InlineData("ask", "Кто Лавров?", "ru", 1, "9fa0b8fcr1 ask Кто Лавров?")]
    public void A_code_stays_as_it_is_for_buttons_that_hang_in_chats(string command, string words, string language, int page, string code)
    {
        var request = new Request(command, words, language, page);

        Assert.Equal(code, SampleBase.Answerer.Encode(request, Version, MaxBytes));
        Assert.Equal(new DecodedRequest(request, Version), SampleBase.Answerer.Decode(code));
    }

    [Theory]
    [InlineData("1326000000000000009", Detail.Short, "9fa0b8fce1@a2obrqi6k45l check ~QlSA !minutes")]
    [InlineData("1326000000000000009", Detail.Full, "9fa0b8fce1+@a2obrqi6k45l check ~QlSA !minutes")]
    [InlineData("9", Detail.Short, "9fa0b8fce1@9 check ~QlSA !minutes")]
    [InlineData("", Detail.Full, "9fa0b8fce1+ check ~QlSA !minutes")]
    public void A_code_names_the_message_that_the_request_is_about(string target, Detail detail, string code)
    {
        var request = new Request(Request.Check, "riyadh-talks-duration !minutes", "en") { Target = target, Detail = detail };

        Assert.Equal(code, SampleBase.Answerer.Encode(request, Version, MaxBytes));
        Assert.Equal(new DecodedRequest(request, Version), SampleBase.Answerer.Decode(code));
        Assert.NotEqual(request, request with { Target = "7" });
    }

    [Theory]
    [InlineData("x")]
    [InlineData("0")]
    [InlineData("-9")]
    [InlineData("9223372036854775807")]
    public void A_target_that_no_code_can_name_has_none(string target)
    {
        Assert.Null(SampleBase.Answerer.Encode(new Request(Request.Check, "", "en") { Target = target }, Version, MaxBytes));
    }

    [Fact]
    public void An_answer_is_about_the_message_that_its_request_is_about()
    {
        var answer = SampleBase.Answerer.Answer(new Request(Request.Check, "The talks in Riyadh lasted 12 hours.", "en") { Target = "1326000000000000009" });

        Assert.Equal("1326000000000000009", answer.Request.Target);
    }

    [Fact]
    public void A_code_is_written_up_to_the_limit_in_bytes_and_no_longer()
    {
        var request = new Request("ask", "Хто?", "uk");

        Assert.Equal("9fa0b8fcu1 ask Хто?", SampleBase.Answerer.Encode(request, Version, 22));
        Assert.Null(SampleBase.Answerer.Encode(request, Version, 21));
    }

    [Theory]
    [InlineData("~")]
    [InlineData("~5MGk")]
    [InlineData("who ~x")]
    public void A_word_that_would_read_as_a_hash_is_not_coded(string words)
    {
        Assert.Null(SampleBase.Answerer.Encode(new Request("ask", words, "en"), Version, MaxBytes));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("9fa0b8fce1")]
    [InlineData("9fa0b8fce who")]
    [InlineData("9fa0b8fcx1 who")]
    [InlineData("9fa0b8fce0 who")]
    [InlineData("9fa0b8fce- who")]
    [InlineData("9fa0b8fceZ who")]
    [InlineData("9fa0b8fcezzzzz who")]
    [InlineData("9fa0b8fce1 who ~AAAA")]
    [InlineData("9fa0b8fce1 who ~")]
    [InlineData("9fa0b8fce1 who lavrov ~5MGk~")]
    [InlineData("e1 who ~5MGk")]
    [InlineData("9fa0b8fce1++ who")]
    [InlineData("9fa0b8fce1@ who")]
    [InlineData("9fa0b8fce1@0 who")]
    [InlineData("9fa0b8fce1@9+ who")]
    [InlineData("9fa0b8fce1@9@9 who")]
    [InlineData("9fa0b8fce1@zzzzzzzzzzzzz who")]
    public void What_is_no_code_is_not_read(string text)
    {
        Assert.Null(SampleBase.Answerer.Decode(text));
    }

    [Fact]
    public void Ten_thousand_hostile_codes_never_throw()
    {
        var random = new Random(20250212);
        string[] pieces = ["9fa0b8fc", "e1", "hzz", "@9", "+", " ", "  ", " who ", " ~5MGk", "~", " ~AAAA", "\0", "\ud800", "🙂", "zzzz", "t", "1", "２"];
        for (var i = 0; i < 10_000; i++)
        {
            var text = new StringBuilder();
            for (var n = random.Next(12); n > 0; n--)
            {
                text.Append(random.Next(3) == 0 ? ((char)random.Next(char.MaxValue + 1)).ToString() : pieces[random.Next(pieces.Length)]);
            }

            if (SampleBase.Answerer.Decode(text.ToString()) is { } coded)
            {
                Assert.NotEmpty(SampleBase.Answerer.Answer(coded.Request).Title);
            }
        }
    }

    [Fact]
    public async Task A_code_outlives_its_version_of_the_base_but_not_its_fact()
    {
        var folder = Directory.CreateTempSubdirectory("facts-");
        try
        {
            var changed = SampleBase.Load(SampleBase.Copy(folder.FullName, "riyadh-talks-duration", "riyadh-talks-length"));
            var later = new Answerer(changed);
            var earlier = new Answerer(SampleBase.Facts);
            var person = earlier.Encode(new Request("who", "lavrov", "ru"), earlier.Version, MaxBytes)!;
            var fact = earlier.Encode(new Request("fact", "riyadh-talks-duration", "ru"), earlier.Version, MaxBytes)!;

            Assert.NotEqual(earlier.Version, later.Version);
            Assert.Equal(new DecodedRequest(new Request("who", "lavrov", "ru"), earlier.Version), later.Decode(person));
            Assert.Null(later.Decode(fact));

            // The same process after its base has changed.
            await earlier.SwitchToAsync(changed, TestContext.Current.CancellationToken);
            Assert.Equal(later.Version, earlier.Version);
            Assert.Equal("lavrov", earlier.Decode(person)?.Request.Arguments);
            Assert.Null(earlier.Decode(fact));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
