namespace Bot.Loopback.Telegram;

/// <summary>
/// Something that goes wrong with a call. Say <c>with { Executes = true }</c> for one that is carried out all the same,
/// so that only its answer is lost, or <c>false</c> for one that comes before the method.
/// </summary>
public sealed record Fault
{
    private Fault()
    {
    }

    /// <summary>Whether the method is carried out before the fault.</summary>
    public bool Executes { get; init; }

    internal FaultKind Kind { get; private init; }

    internal int Code { get; private init; }

    internal string Description { get; private init; } = "";

    internal int? RetryAfter { get; private init; }

    internal long? MigrateToChat { get; private init; }

    internal TimeSpan Delay { get; private init; }

    internal Task Until { get; private init; } = Task.CompletedTask;

    /// <summary>429: the bot must wait.</summary>
    public static Fault TooManyRequests(int retryAfter) => new() { Code = 429, Description = $"Too Many Requests: retry after {retryAfter}", RetryAfter = retryAfter };

    /// <summary>500.</summary>
    public static Fault InternalError() => Of(500, "Internal Server Error");

    /// <summary>502.</summary>
    public static Fault BadGateway() => Of(502, "Bad Gateway");

    /// <summary>401: the token was revoked.</summary>
    public static Fault Unauthorized() => Of(401, "Unauthorized");

    /// <summary>409: another process polls with the same token.</summary>
    public static Fault Conflict() => Of(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");

    /// <summary>403: the user blocked the bot.</summary>
    public static Fault Blocked() => Of(403, "Forbidden: bot was blocked by the user");

    /// <summary>400: the group became a supergroup.</summary>
    public static Fault Migrated(long toChat) => Of(400, "Bad Request: group chat was upgraded to a supergroup chat") with { MigrateToChat = toChat };

    /// <summary>Any refusal.</summary>
    public static Fault Of(int code, string description, int? retryAfter = null) => new() { Code = code, Description = description, RetryAfter = retryAfter };

    /// <summary>The connection is cut before an answer. Nothing is carried out, unless <see cref="Executes"/> says so.</summary>
    public static Fault Cut() => new() { Kind = FaultKind.Cut };

    /// <summary>The method is carried out, and the connection is cut in the middle of its answer.</summary>
    public static Fault CutInAnswer() => new() { Kind = FaultKind.CutInAnswer, Executes = true };

    /// <summary>The method is carried out, and the answer is a whole HTTP response that holds half of the JSON.</summary>
    public static Fault TruncatedJson() => new() { Kind = FaultKind.TruncatedJson, Executes = true };

    /// <summary>The answer is 200 with a web page.</summary>
    public static Fault Garbage() => Page(200);

    /// <summary>The answer is a web page of a server before the Bot API.</summary>
    public static Fault Page(int status) => new() { Kind = FaultKind.Garbage, Code = status };

    /// <summary>The method is carried out, and its answer comes when the test says so.</summary>
    public static Fault Slow(Task until) => new() { Kind = FaultKind.Slow, Until = until, Executes = true };

    /// <summary>The method is carried out, and its answer comes after a time.</summary>
    public static Fault Slow(TimeSpan delay) => new() { Kind = FaultKind.Slow, Delay = delay, Executes = true };
}
