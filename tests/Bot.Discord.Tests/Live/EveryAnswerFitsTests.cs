using Bot.Adapters.Pipeline;
using Bot.Answers.Buttons;
using Bot.Answers.Model;
using Bot.Answers.Rendering;
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
            longest = Math.Max(longest, await CheckPagesAsync(name, words, locale));
            longest = Math.Max(longest, await CheckPagesAsync(name, words + " detail:full", locale));
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
            Assert.NotEmpty(response.Texts());
            Reach(response);
        }

        Assert.InRange(seen.Count, 200, 82 * LiveBase.Facts.Facts.Length);

        void Reach(InteractionResponse response)
        {
            foreach (var component in response.Components().Where(c => c.CustomId is not null))
            {
                foreach (var customId in component.Options?.Select(o => o.Value) ?? [component.CustomId!])
                {
                    if (seen.Count < LongRun.Requests && seen.Add(customId))
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

    private async Task<int> CheckPagesAsync(string name, string words, string locale)
    {
        var interaction = Some.Command(name, locale, words.Length == 0 ? [] : [("words", words)]);
        var whole = LiveBase.Answerer.Answer(Assert.IsType<Input.Ask>(_parser.Parse(interaction).Input).Request);
        var pages = await PagesAsync(interaction);
        var shown = string.Join('\n', pages.SelectMany(p => p.Texts()));
        var at = 0;
        foreach (var fact in whole.Facts)
        {
            var found = shown.IndexOf(Claim(fact), at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"{name} {words}: {fact.Id} is not shown in its place.");
            at = found + 1;
        }

        Assert.Equal(Summary.Of(whole).Citations.Select(c => c.Label).Order(), pages.SelectMany(Labels).Distinct().Order());
        return pages.Count;
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

        Assert.Equal(pages.Count > 1, pages[^1].Texts()[^1] == "-# " + AdapterTexts.In(interaction.Locale!).PageOf(pages.Count, pages.Count));
        return pages;
    }

    private async Task<InteractionResponse> RespondAsync(Interaction interaction) => await _handler.RespondAsync(interaction, TestContext.Current.CancellationToken);

    private static string? Next(InteractionResponse response) =>
        response.Components().FirstOrDefault(c => c.Label?.EndsWith(" ›", StringComparison.Ordinal) == true)?.CustomId;

    private static string Check(InteractionResponse response, InteractionKind kind, string? what) =>
        ResponseRules.Check(response.Json(), kind).ToString() is { Length: > 0 } refusal ? $"{what}: {refusal}" : "";

    private static string Claim(FactCard fact) =>
        fact.Date is { } date ? new MarkdownBuilder().Bold(date).Text(" — ").Text(fact.Text).ToString() : new MarkdownBuilder().Text(fact.Text).ToString();

    // The sources begin with their heading, and each line of them with a label in brackets.
    private static IEnumerable<string> Labels(InteractionResponse response) => response.Texts()
        .Where(t => t.StartsWith("**", StringComparison.Ordinal) && t.Split('\n')[1..] is { Length: > 0 } lines && Array.TrueForAll(lines, l => l.StartsWith(@"\[", StringComparison.Ordinal)))
        .SelectMany(t => t.Split('\n')[1..])
        .Select(l => l[2..l.IndexOf(@"\]", StringComparison.Ordinal)]);
}
