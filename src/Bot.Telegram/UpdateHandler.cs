using Bot.Adapters.Limiting;
using Bot.Adapters.Pipeline;
using Bot.Telegram.Api;
using Bot.Telegram.Rendering;
using Telegram.Bot.Types;

namespace Bot.Telegram;

/// <summary>Replies to updates.</summary>
/// <param name="pipeline">Makes the replies.</param>
/// <param name="sender">Sends them.</param>
/// <param name="services">The clock, and what measures the time that it takes.</param>
internal sealed class UpdateHandler(AskPipeline<TelegramPage> pipeline, ApiRequestSender sender, AdapterServices services)
{
    /// <summary>
    /// Whether an update is answered; it is counted by that. Null when there is nothing to do: who was told that they ask too much is
    /// left alone. Buttons and inline queries are answered always, since the app waits for that.
    /// </summary>
    public Admission? Admit(Incoming incoming)
    {
        var admission = pipeline.Admit(incoming);
        return admission.Result == AdmissionResult.RejectedAgain && incoming.Input is Input.Ask or Input.Prompt ? null : admission;
    }

    /// <summary>Replies to an update; done when the reply is sent, or Telegram refused it for good.</summary>
    /// <param name="update">The update.</param>
    /// <param name="incoming">What it asks.</param>
    /// <param name="admission">Whether it is answered, or what was asked was too much.</param>
    /// <param name="cancellation">Gives it up.</param>
    public async Task HandleAsync(Update update, Incoming incoming, Admission admission, CancellationToken cancellation)
    {
        var start = services.Time.GetTimestamp();
        var reply = await pipeline.ReplyAsync(incoming, admission, cancellation).ConfigureAwait(false);
        foreach (var request in ReplyRequests.Create(update, incoming.Language, reply))
        {
            await sender.SendAsync(request, cancellation).ConfigureAwait(false);
        }

        services.Telemetry.Handled(services.Time.GetElapsedTime(start));
    }
}
