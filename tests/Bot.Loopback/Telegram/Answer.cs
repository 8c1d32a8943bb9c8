namespace Bot.Loopback.Telegram;

/// <summary>What the server answers to a call.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The whole body.</param>
/// <param name="RetryAfter">The value of the header <c>Retry-After</c>.</param>
internal sealed record Answer(int Status, byte[] Body, int? RetryAfter = null)
{
    /// <summary>A success.</summary>
    public static Answer Ok(ReadOnlySpan<byte> result)
    {
        var prefix = "{\"ok\":true,\"result\":"u8;
        var body = new byte[prefix.Length + result.Length + 1];
        prefix.CopyTo(body);
        result.CopyTo(body.AsSpan(prefix.Length));
        body[^1] = (byte)'}';
        return new(200, body);
    }

    /// <summary>An error, with what it may tell to do about it.</summary>
    public static Answer Error(int code, string description, int? retryAfter = null, long? migrateToChat = null) => new(
        code,
        Json.Object(json =>
        {
            json.WriteBoolean("ok"u8, false);
            json.WriteNumber("error_code"u8, code);
            json.WriteString("description"u8, description);
            if (retryAfter is null && migrateToChat is null)
            {
                return;
            }

            json.WriteStartObject("parameters"u8);
            json.WriteOptional("migrate_to_chat_id"u8, migrateToChat);
            json.WriteOptional("retry_after"u8, retryAfter);
            json.WriteEndObject();
        }),
        retryAfter);
}
