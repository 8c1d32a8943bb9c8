using Bot.Adapters.Limiting;
using Bot.Adapters.Pipeline;
using Bot.Telegram.Api;
using Bot.Telegram.Receiving;
using Bot.Telegram.Rendering;
using Telegram.Bot.Types;

namespace Bot.Telegram;

/// <summary>Answers updates.</summary>
/// <param name="pipeline">Creates the replies.</param>
/// <param name="sender">Sends the replies.</param>
/// <param name="services">The services that every adapter uses.</param>
internal sealed class UpdateHandler(AskPipeline<TelegramPage> pipeline, ApiRequestSender sender, AdapterServices services)
{
    private readonly AlbumTracker _albums = new(services.Time);

    /// <summary>
    /// Decides whether an update is answered, and counts it. Null when there is nothing to do: an asker who was already told about a limit
    /// gets no further notice. Buttons and inline queries are always answered, because the app waits for the answer.
    /// </summary>
    /// <param name="incoming">The parsed update.</param>
    /// <param name="isOld">Whether an earlier process already admitted and counted it.</param>
    public Admission? Admit(Incoming incoming, bool isOld = false) => _albums.Admit(incoming, isOld ? _ => default(Admission) : AdmitSingle);

    /// <summary>Answers an update. The task completes when the reply is sent or Telegram has rejected it for good.</summary>
    /// <param name="update">The update.</param>
    /// <param name="incoming">The parsed update.</param>
    /// <param name="admission">Whether the update is answered, or which limit it exceeds.</param>
    /// <param name="cancellation">Cancels the answer.</param>
    public async Task HandleAsync(Update update, Incoming incoming, Admission admission, CancellationToken cancellation)
    {
        if (admission.IsAdmitted && !await _albums.IsAnsweredAsync(incoming, cancellation).ConfigureAwait(false))
        {
            return;
        }

        var start = services.Time.GetTimestamp();
        var reply = await pipeline.ReplyAsync(incoming, admission, cancellation).ConfigureAwait(false);
        foreach (var request in ReplyRequests.Create(update, incoming.Language, reply))
        {
            await sender.SendAsync(request, cancellation).ConfigureAwait(false);
        }

        services.Telemetry.Handled(services.Time.GetElapsedTime(start));
    }
    private Admission? AdmitSingle(Incoming incoming)
    {
        var admission = pipeline.Admit(incoming);
        var isUnnoticed = incoming.IsSilentUnlessAnswered && !admission.IsAdmitted;
        return isUnnoticed || (admission.Result == AdmissionResult.RejectedAgain && incoming.Input is Input.Ask or Input.Prompt) ? null : admission;
    }
}
