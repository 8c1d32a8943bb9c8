namespace Bot.Discord.Rest;

/// <summary>What Discord says when it does not do what was asked (Reference, Error Messages; Rate Limits, Rate Limit Response Structure).</summary>
internal sealed record RestError
{
    /// <summary>The kind of the error (Opcodes and Status Codes, JSON Error Codes).</summary>
    public int Code { get; init; }

    /// <summary>The error in words.</summary>
    public string Message { get; init; } = "";

    /// <summary>Seconds to wait, of a 429.</summary>
    public double? RetryAfter { get; init; }
}
