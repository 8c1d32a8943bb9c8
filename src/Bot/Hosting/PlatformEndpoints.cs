using Bot.Configuration;
using Bot.Discord;
using Bot.Discord.Http;
using Bot.Telegram;
using Bot.Telegram.Receiving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Hosting;

/// <summary>Maps the paths that the platforms post to.</summary>
internal static class PlatformEndpoints
{
    // How soon Telegram should come back, in seconds.
    private const string ComeBackAfter = "5";

    /// <summary>Maps the webhook of Telegram and the interactions endpoint of Discord, as far as the adapters have them.</summary>
    public static void Map(WebApplication web, BotOptions options)
    {
        if (web.Services.GetService<TelegramAdapter>()?.Webhook is { } webhook)
        {
            web.MapPost(new Uri(options.Telegram.Webhook.Url).AbsolutePath, async context =>
            {
                context.Response.StatusCode = await webhook.ReceiveAsync(context.Request.Headers[WebhookReceiver.SecretHeader], context.Request.Body, context.RequestAborted).ConfigureAwait(false);
                if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
                {
                    context.Response.Headers.RetryAfter = ComeBackAfter;
                }
            });
        }

        if (web.Services.GetService<DiscordAdapter>()?.Endpoint is { } endpoint)
        {
            web.MapPost(options.Discord.EndpointPath, async context =>
            {
                var reply = await endpoint.ReceiveAsync(
                    context.Request.Headers[InteractionsEndpoint.SignatureHeader],
                    context.Request.Headers[InteractionsEndpoint.TimestampHeader],
                    context.Request.Body,
                    context.RequestAborted).ConfigureAwait(false);
                context.Response.StatusCode = reply.Status;
                if (!reply.Json.IsEmpty)
                {
                    context.Response.ContentType = "application/json";
                    context.Response.ContentLength = reply.Json.Length;
                    await context.Response.BodyWriter.WriteAsync(reply.Json, context.RequestAborted).ConfigureAwait(false);
                }
            });
        }
    }
}
