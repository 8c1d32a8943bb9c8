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

/// <summary>Takes what the platforms post.</summary>
internal static class PlatformEndpoints
{
    // How soon Telegram should come back, in seconds.
    private const string ComeBackAfter = "5";

    /// <summary>Serves the webhook of Telegram and the interactions endpoint of Discord, as far as the adapters have them.</summary>
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

    // A path of the settings is no template of the router: what is encoded or in braces there stands for itself.
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
            context.Response.Headers.RetryAfter = ComeBackAfter;
        }
    }

    private static async Task ReceiveInteractionAsync(HttpContext context, InteractionsEndpoint endpoint)
    {
        // The reading of a body that comes slower ends with an exception; one that is cancelled would leave the connection unusable.
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

    // The receiver gives up on a body that does not come, and answers; the server would cut the connection first.
    private static void WithoutDataRate(HttpContext context)
    {
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }
    }
}
