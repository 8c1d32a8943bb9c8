using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Bot.Loopback.Tests.Telegram;

/// <summary>The receiving end of a webhook. Each request waits until the test answers it.</summary>
internal sealed class Hook : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly Channel<Delivery> _deliveries = Channel.CreateUnbounded<Delivery>();

    private Hook()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        _web = builder.Build();
        _web.Run(ReceiveAsync);
    }

    /// <summary>A method to answer with.</summary>
    public string? Method { get; set; }

    public string Url => _web.Urls.First() + "/hook";

    /// <summary>How many requests came that the test has not looked at.</summary>
    public int Waiting => _deliveries.Reader.Count;

    public static async Task<Hook> StartAsync(CancellationToken cancellation)
    {
        var hook = new Hook();
        await hook._web.StartAsync(cancellation);
        return hook;
    }

    /// <summary>The next request.</summary>
    public ValueTask<Delivery> NextAsync(CancellationToken cancellation) => _deliveries.Reader.ReadAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync(new CancellationToken(canceled: true));
        await _web.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        var update = await JsonNode.ParseAsync(context.Request.Body);
        var delivery = new Delivery(update!, context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"].ToString());
        await _deliveries.Writer.WriteAsync(delivery);
        var (status, retryAfter) = await delivery.Answer.Task.WaitAsync(context.RequestAborted);
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = $"{retryAfter}";
        }

        if (Method is not null)
        {
            await context.Response.WriteAsync($"{{\"method\":\"{Method}\"}}");
        }
    }

    /// <summary>One update that was sent to the webhook.</summary>
    internal sealed record Delivery(JsonNode Update, string Secret)
    {
        public TaskCompletionSource<(int Status, int? RetryAfter)> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string? Text => Update["message"]?["text"]?.ToString();

        public void Reply(int status, int? retryAfter = null) => Answer.SetResult((status, retryAfter));
    }
}
