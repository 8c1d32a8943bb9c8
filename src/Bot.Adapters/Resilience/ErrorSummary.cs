using System.Text;

namespace Bot.Adapters.Resilience;

/// <summary>The message of an exception for a line of the log, down to its innermost cause.</summary>
public static class ErrorSummary
{
    /// <summary>The longest time that an HTTP connection may take to open. .NET's message names the setting, not the time.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private const string PointsToInner = ", see inner exception";
    private const string ConnectSetting = "the configured ConnectTimeout";

    /// <summary>
    /// The messages of an exception and its inner exceptions, the innermost last. A message that an outer one contains is left out, and so is
    /// that of a cancellation if another says what was waited for.
    /// </summary>
    /// <param name="exception">The exception.</param>
    public static string Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var summary = new StringBuilder();
        for (var ex = exception; ex is not null; ex = ex.InnerException)
        {
            var message = Message(ex);
            if (message.Length > 0 && !summary.ToString().Contains(message.TrimEnd('.'), StringComparison.Ordinal))
            {
                summary.Append(summary.Length > 0 ? " " : "").Append(message);
            }
        }

        return summary.Length > 0 ? summary.ToString() : exception.Message;
    }

    private static string Message(Exception ex) => IsBareCancellation(ex)
        ? ""
        : ex.Message
            .Replace(PointsToInner, "", StringComparison.Ordinal)
            .Replace(ConnectSetting, $"{ConnectTimeout.TotalSeconds} s", StringComparison.Ordinal)
            .ReplaceLineEndings(" ");

    // Their messages are .NET's "The operation was canceled." and "A task was canceled."; the client of a timeout passes them on as a TimeoutException.
    private static bool IsBareCancellation(Exception ex) =>
        ex is OperationCanceledException or TimeoutException
        && (ex.Message.StartsWith("The operation was canceled", StringComparison.Ordinal) || ex.Message.StartsWith("A task was canceled", StringComparison.Ordinal));
}
