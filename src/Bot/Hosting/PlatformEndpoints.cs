using Bot.Configuration;
using Bot.Discord;
using Bot.Discord.Http;
using Bot.Telegram;
using Bot.Telegram.Receiving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Hosting;

/// <summary>The endpoints to which the platforms post.</summary>
internal static class PlatformEndpoints
{
    // The delay in seconds after which Telegram should retry.
    private const string RetryAfterSeconds = "5";

    /// <summary>Maps Telegram's webhook and Discord's interactions endpoint, if the adapters have them.</summary>
    public static void Map(WebApplication web, BotOptions options)
    {
        var paths = EndpointPaths.Of(options);
        if (paths.Webhook is { } hook && web.Services.GetService<TelegramAdapter>()?.Webhook is { } webhook)
        {
            Post(web, hook, context => ReceiveUpdateAsync(context, webhook));
        }

        if (paths.Interactions is { } interactions && web.Services.GetService<DiscordAdapter>()?.Endpoint is { } endpoint)
        {
            Post(web, interactions, context => ReceiveInteractionAsync(context, endpoint));
        }
    }

    // A path in the settings is not a route template: encoded characters and braces in it are literal.
    private static void Post(WebApplication web, PathString path, RequestDelegate receive) => web.Use((context, next) =>
    {
        if (!EndpointPaths.IsSame(context.Request.Path, path))
        {
            return next(context);
        }

        if (HttpMethods.IsPost(context.Request.Method))
        {
            return receive(context);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = HttpMethods.Post;
        return Task.CompletedTask;
    });

    private static async Task ReceiveUpdateAsync(HttpContext context, WebhookReceiver webhook)
    {
        WithoutDataRate(context);
        context.Response.StatusCode = await webhook.ReceiveAsync(
            context.Request.Headers[WebhookReceiver.SecretHeader],
            context.Request.ContentLength,
            context.Request.Body,
            context.RequestAborted).ConfigureAwait(false);
        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        }
    }

    private static async Task ReceiveInteractionAsync(HttpContext context, InteractionsEndpoint endpoint)
    {
        // Reading a slow body ends with an exception. Cancelling it instead would make the connection unusable.
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = new MinDataRate(InteractionsEndpoint.MinBytesPerSecond, InteractionsEndpoint.MaxSilence);
        }

        var reply = await endpoint.ReceiveAsync(
            context.Request.Headers[InteractionsEndpoint.SignatureHeader],
            context.Request.Headers[InteractionsEndpoint.TimestampHeader],
            context.Request.Body,
            context.RequestAborted,
            context.Request.ContentLength).ConfigureAwait(false);
        context.Response.StatusCode = reply.Status;
        if (!reply.Json.IsEmpty)
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = reply.Json.Length;
            await context.Response.BodyWriter.WriteAsync(reply.Json, context.RequestAborted).ConfigureAwait(false);
        }
    }

    // The receiver itself gives up on a body that does not arrive, and answers. The server would cut the connection first.
    private static void WithoutDataRate(HttpContext context)
    {
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }
    }
}
