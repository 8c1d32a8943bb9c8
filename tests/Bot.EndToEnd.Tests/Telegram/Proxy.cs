using System.Net;
using System.Text;
using Bot.Loopback.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Bot.EndToEnd.Tests.Telegram;

/// <summary>Stands between the bot and the server, and writes into the answers what the server never would.</summary>
internal sealed class Proxy : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly TelegramServer _server;

    private Proxy(TelegramServer server)
    {
        _server = server;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _web = builder.Build();
        _web.Run(PassAsync);
    }

    /// <summary>What stands before the first update of every answer that has any.</summary>
    public string Insert { get; set; } = "";

    public string Url => _web.Urls.First();

    public static async Task<Proxy> StartAsync(TelegramServer server, CancellationToken cancellation)
    {
        var proxy = new Proxy(server);
        await proxy._web.StartAsync(cancellation);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _web.StopAsync(now.Token);
        await _web.DisposeAsync();
        _http.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        try
        {
            using var content = new StreamContent(context.Request.Body);
            content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
            using var answer = await _http.PostAsync(new Uri(_server.Url + context.Request.Path), content, context.RequestAborted);
            var body = await answer.Content.ReadAsStringAsync(context.RequestAborted);
            context.Response.StatusCode = (int)answer.StatusCode;
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body.Replace("[{\"update_id\"", "[" + Insert + "{\"update_id\"", StringComparison.Ordinal)), context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The bot hung up.
        }
    }
}
