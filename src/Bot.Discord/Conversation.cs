using System.Diagnostics;
using System.Globalization;
using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Adapters.Text;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Discord.Parsing;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;

namespace Bot.Discord;

/// <summary>What the bot says to whatever reaches it: from memory and at once, so that no response needs to be put off.</summary>
internal sealed class Conversation
{
    private const string Platform = "Discord";

    private static readonly InteractionResponse s_pong = new(CallbackType.Pong);
    private static readonly InteractionResponse s_noted = new(CallbackType.DeferredUpdate);
    private static readonly InteractionResponse s_noChoices = new(CallbackType.Autocomplete, new ResponseData { Choices = [] });

    private readonly Answerer _answerer;
    private readonly TimeProvider _time;
    private readonly AdapterTelemetry _vitals;
    private readonly LocalizedCommandNames _names;
    private readonly AnswerView _view;
    private readonly AdmissionControl _limits;

    /// <summary>Answers from a base.</summary>
    /// <param name="answerer">Who answers.</param>
    /// <param name="limits">Who may ask how much.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="vitals">Takes what was asked; null where nobody watches.</param>
    public Conversation(Answerer answerer, AdmissionControl limits, TimeProvider? time = null, AdapterTelemetry? vitals = null)
    {
        (_answerer, _limits) = (answerer, limits);
        _time = time ?? TimeProvider.System;
        _vitals = vitals ?? AdapterTelemetry.None("discord", _time);
        _names = new LocalizedCommandNames(answerer);
        _view = new AnswerView(answerer, _names);
    }

    /// <summary>The response to an interaction.</summary>
    public InteractionResponse Respond(Interaction interaction)
    {
        var kind = KindOf(interaction);
        using var span = _vitals.StartSpan(kind);
        _vitals.Received(kind);
        try
        {
            var admission = Admit(interaction);
            return admission.IsAdmitted ? Answer(interaction) : Refuse(interaction, admission);
        }
        catch
        {
            // What went wrong is logged; it may tell what was asked.
            span?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }

    private Admission Admit(Interaction interaction) => interaction.Type switch
    {
        _ when !_limits.IsEnabled => default,
        InteractionType.Ping => default,
        InteractionType.Autocomplete => _limits.AdmitTyping(Platform, Asker(interaction)),
        _ => _limits.Admit(Platform, Asker(interaction), Number(interaction.ChannelId)),
    };

    // Without a response the app waits for three seconds and then says in red that the bot did not respond, which makes people try
    // again. So silence is, for a press, that it is taken note of and nothing happens; for a command, which Discord lets nobody take note
    // of without showing something, the same line again, that the asker alone sees: it costs no more than any other response would.
    private static InteractionResponse Refuse(Interaction interaction, Admission admission) => (interaction.Type, admission.Result) switch
    {
        (InteractionType.Autocomplete, _) => s_noChoices,
        (InteractionType.Component, AdmissionResult.RejectedAgain) => s_noted,
        _ => AnswerView.Notice(AdapterTexts.In(ReaderLanguage.Of(interaction.Locale, "")).TooManyRequests(admission.Seconds)),
    };

    private static long? Asker(Interaction interaction) => Number((interaction.Member?.User ?? interaction.User)?.Id);

    private static long? Number(string? id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string KindOf(Interaction interaction) => interaction.Type switch
    {
        InteractionType.Ping => "ping",
        InteractionType.Command => "command",
        InteractionType.Component => "button",
        InteractionType.Autocomplete => "completion",
        _ => "other",
    };

    private InteractionResponse Answer(Interaction interaction) => interaction switch
    {
        { Type: InteractionType.Ping } => s_pong,
        { Type: InteractionType.Command, Data: { } data } => Show(InteractionParser.Parse(interaction, data), CallbackType.ChannelMessage, InteractionParser.IsPrivate(data)),
        { Type: InteractionType.Component, Data: { } data } => Press(interaction, data),
        { Type: InteractionType.Autocomplete, Data: { } data } => Complete(interaction, data),
        _ => AnswerView.Notice(AdapterTexts.In(ReaderLanguage.Of(interaction.Locale, "")).ButtonUnreadable),
    };

    private InteractionResponse Press(Interaction interaction, InteractionData data)
    {
        if (CustomId.Read(data, _answerer) is not ({ } kind, { } coded))
        {
            return AnswerView.Notice(AdapterTexts.In(ReaderLanguage.Of(interaction.Locale, "")).ButtonUnreadable);
        }

        var isPrivate = kind != PressKind.ShowToAll && interaction.Message is { IsEphemeral: true };
        var shown = Show(coded.Request, kind == PressKind.Turn ? CallbackType.UpdateMessage : CallbackType.ChannelMessage, isPrivate);
        return coded.Version == _answerer.Version ? shown : AnswerView.WithNotice(shown, AdapterTexts.In(coded.Request.Language).ButtonOutdated);
    }

    private InteractionResponse Show(Request request, CallbackType type, bool isPrivate)
    {
        var began = _time.GetTimestamp();
        var shown = _view.Show(request, type, isPrivate);
        _vitals.Answered(request.Command, shown.Language, shown.Outcome, _time.GetElapsedTime(began));
        return shown.Response;
    }

    private InteractionResponse Complete(Interaction interaction, InteractionData data)
    {
        var typed = data.Options?.FirstOrDefault(o => o.Focused);
        var language = ReaderLanguage.Of(interaction.Locale, typed?.Value ?? "");
        var completions = typed is null ? [] : _answerer.Complete(data.Name ?? "", typed.Name, typed.Value ?? "", language);
        return new InteractionResponse(CallbackType.Autocomplete, new ResponseData
        {
            Choices =
            [
                .. completions
                    .Where(c => c.Value.Length <= Choice.MaxLength)
                    .Take(Choice.MaxChoices)
                    .Select(c => new Choice(Labels.Cut(_names.In(c.Label, language), Choice.MaxLength), c.Value)),
            ],
        });
    }
}
