using System.Net;

namespace Bot.Testing;

/// <summary>Answers requests one after the other with what a test has written down; without an answer, the network fails.</summary>
internal sealed class ScriptedServer(params (int Status, string Body)?[] answers) : HttpMessageHandler
{
    private readonly Queue<(int Status, string Body)?> _answers = new(answers);

    /// <summary>The bodies of the requests so far.</summary>
    public List<string> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "");
        return _answers.Dequeue() is var (status, body)
            ? new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) }
            : throw new HttpRequestException("Connection refused.");
    }
}
