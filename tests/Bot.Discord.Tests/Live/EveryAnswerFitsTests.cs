using Bot.Adapters.Pipeline;
using Bot.Answers.Buttons;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Discord.Parsing;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;
using Bot.Loopback.Discord.Rules;

namespace Bot.Discord.Tests.Live;

/// <summary>Whatever fact is added, Discord takes the answers that show it.</summary>
public sealed class EveryAnswerFitsTests
{
    private readonly InteractionHandler _handler = new(Some.Services(LiveBase.Answerer));
    private readonly InteractionParser _parser = new(LiveBase.Answerer);

    [Theory]
    [MemberData(nameof(EveryCommand.Shares), MemberType = typeof(EveryCommand))]
    public async Task Discord_takes_every_page_and_each_fact_is_on_one(string locale, int first, int step)
    {
        var longest = 1;
        for (var i = first; i < EveryCommand.All.Length; i += step)
        {
            var (name, words) = EveryCommand.All[i];
            var interaction = Some.Command(name, locale, words.Length == 0 ? [] : [("words", words)]);
            var whole = LiveBase.Answerer.Answer(Assert.IsType<Input.Ask>(_parser.Parse(interaction).Input).Request);
            var pages = await PagesAsync(interaction);

            Assert.Equal(whole.Facts.Select(Heading), pages.SelectMany(Headings));
            Assert.Equal(whole.Citations.Select(c => c.Label).Order(), pages.SelectMany(Labels).Distinct().Order());
            longest = Math.Max(longest, pages.Count);
        }

        Assert.InRange(longest, 2, EveryCommand.MaxPages);
    }

    [Theory]
    [MemberData(nameof(EveryCommand.Shares), MemberType = typeof(EveryCommand))]
    public async Task Discord_takes_whatever_can_be_pressed_or_chosen(string locale, int first, int step)
    {
        var (seen, next) = (new HashSet<string>(), new Queue<string>());
        foreach (var (name, words) in EveryCommand.All.Where((_, i) => i % step == first))
        {
            Reach(await RespondAsync(Some.Command(name, locale, words.Length == 0 ? [] : [("words", words), ("private", true)])));
        }

        while (next.TryDequeue(out var pressed))
        {
            var response = await RespondAsync(pressed[0] == 'f' ? Some.Press("menu", locale, isEphemeral: true, pressed) : Some.Press(pressed, locale, isEphemeral: true));
            Assert.Equal("", Check(response, InteractionKind.Component, pressed));
            Assert.NotEmpty(response.Data!.Embeds!);
            Reach(response);
        }

        Assert.InRange(seen.Count, 200, 82 * LiveBase.Facts.Facts.Length);

        void Reach(InteractionResponse response)
        {
            foreach (var component in response.Data!.Components!.SelectMany(r => r.Components!))
            {
                foreach (var customId in component.Options?.Select(o => o.Value) ?? [component.CustomId!])
                {
                    if (seen.Add(customId))
                    {
                        next.Enqueue(customId);
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(LanguageData.Locales), MemberType = typeof(LanguageData))]
    public void Whatever_can_be_asked_fits_a_button_and_reads_back(string locale)
    {
        var requests = EveryCommand.All.Select(c => LiveBase.Answerer.Answer(new Request(c.Name, c.Words, locale)))
            .Where(a => a.Outcome == Outcome.Answered)
            .SelectMany(a => a.FollowUps.Select(f => f.Request).Concat([a.Request, a.Request.WithPage(35), a.Request.WithPage(1000)]))
            .ToHashSet();

        Assert.InRange(requests.Count, 500, 82 * LiveBase.Facts.Facts.Length);
        var code = new ButtonCode(LiveBase.Answerer);
        Assert.All(requests, request =>
        {
            var customId = code.Write(ButtonAction.FollowUp, request, LiveBase.Answerer.Version, Component.MaxCustomIdLength);

            Assert.InRange(customId?.Length ?? 0, 1, 100);
            Assert.Equal((ButtonAction.FollowUp, new DecodedRequest(request, LiveBase.Answerer.Version)), code.Read(customId));
        });
    }

    // All pages, by the buttons that lead from one to the next.
    private async Task<List<InteractionResponse>> PagesAsync(Interaction interaction)
    {
        var response = await RespondAsync(interaction);
        Assert.Equal("", Check(response, InteractionKind.Command, interaction.Data!.Name));
        var pages = new List<InteractionResponse> { response };
        while (Next(pages[^1]) is { } button)
        {
            pages.Add(await RespondAsync(Some.Press(button)));
            Assert.Equal("", Check(pages[^1], InteractionKind.Component, button));
            Assert.Equal(CallbackType.UpdateMessage, pages[^1].Type);
        }

        var footer = pages.Count == 1 ? null : AdapterTexts.In(interaction.Locale!).PageOf(pages.Count, pages.Count);
        Assert.Equal(footer, pages[^1].Data!.Embeds![^1].Footer?.Text);
        return pages;
    }

    private async Task<InteractionResponse> RespondAsync(Interaction interaction) => await _handler.RespondAsync(interaction, TestContext.Current.CancellationToken);

    private static string? Next(InteractionResponse response) =>
        response.Data!.Components!.SelectMany(r => r.Components!).FirstOrDefault(c => c.Label?.EndsWith(" ›", StringComparison.Ordinal) == true)?.CustomId;

    private static string Check(InteractionResponse response, InteractionKind kind, string? what) =>
        ResponseRules.Check(response.Json(), kind).ToString() is { Length: > 0 } refusal ? $"{what}: {refusal}" : "";

    // A fact begins with its day in bold and a dash, which headings do not have.
    private static IEnumerable<string> Headings(InteractionResponse response) =>
        response.Data!.Embeds![0].Description!.Split('\n').Where(l => l.StartsWith("**", StringComparison.Ordinal) && l.Contains("** — ", StringComparison.Ordinal));

    private static string Heading(FactCard fact) => new MarkdownBuilder().Bold(fact.Date).Text(" — ").Text(fact.Text).ToString();

    private static IEnumerable<string> Labels(InteractionResponse response) => response.Data!.Embeds!.Count < 2
        ? []
        : response.Data.Embeds[1].Description!.Split('\n').Select(l => l[2..l.IndexOf(@"\]", StringComparison.Ordinal)]);
}
