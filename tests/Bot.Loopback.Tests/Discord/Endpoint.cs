using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using NSec.Cryptography;

namespace Bot.Loopback.Tests.Discord;

/// <summary>The application's endpoint for interactions.</summary>
internal sealed class Endpoint : IAsyncDisposable
{
    private readonly WebApplication _web;

    private Endpoint()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        _web = builder.Build();
        _web.Run(ReceiveAsync);
    }

    public string Url => _web.Urls.First() + "/interactions";

    /// <summary>The key that signatures are checked with; none are without.</summary>
    public string? PublicKey { get; set; }

    /// <summary>The status and the body of the answer to what is no ping.</summary>
    public Func<string, Task<(int Status, string Body)>> Answer { get; set; } = _ => Task.FromResult((200, """{"type":4,"data":{"content":"Hi"}}"""));

    /// <summary>The content type of all answers.</summary>
    public string ContentType { get; set; } = "application/json";

    /// <summary>The answer to a ping.</summary>
    public string Pong { get; set; } = """{"type":1}""";

    public static async Task<Endpoint> StartAsync(CancellationToken cancellation)
    {
        var endpoint = new Endpoint();
        await endpoint._web.StartAsync(cancellation);
        return endpoint;
    }

    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync(new CancellationToken(canceled: true));
        await _web.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        if (PublicKey is not null && !IsGenuine(context.Request.Headers, body))
        {
            context.Response.StatusCode = 401;
            return;
        }

        var (status, text) = (int?)JsonNode.Parse(body)!["type"] == 1 ? (200, Pong) : await Answer(body);
        context.Response.StatusCode = status;
        context.Response.ContentType = ContentType;
        await context.Response.WriteAsync(text);
    }

    private bool IsGenuine(IHeaderDictionary headers, string body)
    {
        var key = NSec.Cryptography.PublicKey.Import(SignatureAlgorithm.Ed25519, Convert.FromHexString(PublicKey!), KeyBlobFormat.RawPublicKey);
        return SignatureAlgorithm.Ed25519.Verify(key, Encoding.UTF8.GetBytes(headers["X-Signature-Timestamp"] + body), Convert.FromHexString(headers["X-Signature-Ed25519"].ToString()));
    }
}
