using System.Net.Sockets;
using System.Security.Authentication;
using Bot.Adapters.Resilience;

namespace Bot.Adapters.Tests.Resilience;

public sealed class ErrorSummaryTests
{
    public static TheoryData<Exception, string> Causes { get; } = new()
    {
        {
            new HttpRequestException("The SSL connection could not be established, see inner exception.", new AuthenticationException("The remote certificate is invalid because of errors in the certificate chain: UntrustedRoot")),
            "The SSL connection could not be established. The remote certificate is invalid because of errors in the certificate chain: UntrustedRoot"
        },
        {
            new IOException("Unable to read.", new HttpRequestException("An error occurred while sending the request.", new IOException("The response ended prematurely."))),
            "Unable to read. An error occurred while sending the request. The response ended prematurely."
        },
        {
            new HttpRequestException("Connection refused (127.0.0.1:81)", new SocketException((int)SocketError.ConnectionRefused, "Connection refused")),
            "Connection refused (127.0.0.1:81)"
        },
        {
            new TaskCanceledException("The request was canceled due to the configured HttpClient.Timeout of 30 seconds elapsing.", new TimeoutException("The operation was canceled.", new TaskCanceledException())),
            "The request was canceled due to the configured HttpClient.Timeout of 30 seconds elapsing."
        },
        {
            new TaskCanceledException("The operation was canceled.", new TimeoutException("A connection could not be established within the configured ConnectTimeout.")),
            "A connection could not be established within 10 s."
        },
        { new OperationCanceledException("The operation was canceled."), "The operation was canceled." },
    };

    [Theory]
    [MemberData(nameof(Causes))]
    public void Every_cause_is_named_once_down_to_the_innermost(Exception exception, string summary) => Assert.Equal(summary, ErrorSummary.Of(exception));
}
