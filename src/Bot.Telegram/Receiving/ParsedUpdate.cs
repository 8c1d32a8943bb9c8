using Bot.Adapters.Pipeline;
using Telegram.Bot.Types;

namespace Bot.Telegram.Receiving;

/// <summary>An update as it came.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Update">What it says; null when it is known already, or cannot be read, which must not keep those beside it from being handled.</param>
/// <param name="Incoming">What it asks; null when there is no update.</param>
/// <param name="Error">Why it cannot be read, or, when there is an update, why a part of it cannot; null otherwise.</param>
internal sealed record ParsedUpdate(int Id, Update? Update, Incoming? Incoming = null, string? Error = null)
{
    /// <summary>The update as it was written; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Json { get; init; }
}
