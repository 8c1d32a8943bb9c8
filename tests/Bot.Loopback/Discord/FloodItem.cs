using System.Text.Json;

namespace Bot.Loopback.Discord;

/// <summary>One interaction of a flood: only the form of its response is checked.</summary>
internal sealed class FloodItem(ulong id, DateTimeOffset at, long started, FloodRun run) : IPendingInteraction
{
    private int _isAnswered;

    /// <inheritdoc/>
    public ulong Id => id;

    /// <inheritdoc/>
    public string Token { get; } = Tokens.New(id);

    /// <inheritdoc/>
    public DateTimeOffset At => at;

    /// <summary>When it was sent, in ticks of the clock.</summary>
    public long Started => started;

    /// <summary>Takes the response; false if it is late or not the first.</summary>
    public bool Respond(ReadOnlySpan<byte> body)
    {
        if (Interlocked.Exchange(ref _isAnswered, 1) != 0)
        {
            return false;
        }

        return run.End(this, IsMessage(body));
    }

    private static bool IsMessage(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            var (hasType, hasData) = (false, false);
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName)
                {
                    continue;
                }

                var isType = reader.ValueTextEquals("type"u8);
                var isData = reader.ValueTextEquals("data"u8);
                reader.Read();
                hasType |= isType && reader.TokenType == JsonTokenType.Number && reader.GetInt32() == 4;
                hasData |= isData && reader.TokenType == JsonTokenType.StartObject;
                reader.Skip();
            }

            return hasType && hasData;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }
}
