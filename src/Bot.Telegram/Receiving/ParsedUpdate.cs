using Bot.Adapters.Pipeline;
using Telegram.Bot.Types;

namespace Bot.Telegram.Receiving;

/// <summary>A received update.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Update">The content; null when the update is already known or unreadable. An unreadable update must not block the others.</param>
/// <param name="Incoming">The input; null when there is no content.</param>
/// <param name="Error">Why the update is unreadable or, when there is content, why a part of it is; otherwise null.</param>
internal sealed record ParsedUpdate(int Id, Update? Update, Incoming? Incoming = null, string? Error = null)
{
    /// <summary>The JSON of the update; empty when there is no content.</summary>
    public ReadOnlyMemory<byte> Json { get; init; }
}
