using System.Text.Json;

namespace Bot.Discord.Rest;

/// <summary>The body of an error response (Reference, Error Messages; Rate Limits, Rate Limit Response Structure).</summary>
internal sealed record RestError
{
    /// <summary>The error code (Opcodes and Status Codes, JSON Error Codes).</summary>
    public int Code { get; init; }

    /// <summary>The error message.</summary>
    public string Message { get; init; } = "";

    /// <summary>The seconds to wait, for a 429.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>Reads the body of an error response; null when it is not one of Discord's.</summary>
    public static RestError? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, RestJson.Default.RestError);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
