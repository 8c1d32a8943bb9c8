using System.Text.Json.Nodes;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>
/// Asks as a person does: again, when the app says that the bot did not respond. A process on a busy machine may take longer than the three
/// seconds that Discord waits, which says nothing about what these tests are for.
/// </summary>
internal static class PersistentAsker
{
    // The app shows the failure a moment later.
    private static readonly TimeSpan s_wait = Interaction.Window + TimeSpan.FromSeconds(0.5);

    /// <summary>Runs a command until a message answers it.</summary>
    public static async Task<DiscordMessage> RunUntilAnsweredAsync(this DiscordPlace place, DiscordUser by, string command, JsonObject? options, CancellationToken deadline) =>
        await UntilAnsweredAsync(() => place.Run(by, command, options?.DeepClone().AsObject()), i => i.MessageAsync(deadline), deadline);

    /// <summary>Acts until there is an answer.</summary>
    /// <param name="act">Sends an interaction.</param>
    /// <param name="answer">Waits for its answer.</param>
    /// <param name="deadline">Ends the wait.</param>
    public static async Task<T> UntilAnsweredAsync<T>(Func<Interaction> act, Func<Interaction, Task<T>> answer, CancellationToken deadline)
    {
        while (true)
        {
            var interaction = act();
            try
            {
                return await answer(interaction).WaitAsync(s_wait, deadline);
            }
            catch (Exception ex) when (ex is TimeoutException or InvalidOperationException && interaction.HasFailed)
            {
                // Too late; the person tries again.
            }
        }
    }
}
