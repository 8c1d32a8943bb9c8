using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Loopback.Discord.Rules;
using Microsoft.AspNetCore.Http;

namespace Bot.Loopback.Discord;

/// <summary>Serves one HTTP request: checks who asks and how, applies a planned fault, carries it out and answers.</summary>
internal sealed partial class Requests(DiscordServer server, Routes routes)
{
    private const string Base = "/api/v10/";
    private static readonly Reply s_badAgent = Reply.Error(403, 40333, "internal network error") with { HasLimits = false };
    private static readonly Reply s_badType = BadType();
    private int _count;

    /// <summary>Serves it.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        try
        {
            if (context.Request.Path.Value is GatewayHub.StartPath or GatewayHub.ResumePath)
            {
                await server.Hub.AcceptAsync(context);
            }
            else
            {
                await AnswerAsync(context);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The bot hung up, or the server stops.
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref _count);
        var at = server.Options.Time.GetUtcNow();
        var path = context.Request.Path.Value!;
        path = path.StartsWith(Base, StringComparison.Ordinal) ? path[Base.Length..] : "";
        var bytes = await ReadAsync(context.Request, context.RequestAborted);
        var (reply, route, standing, fault, body) = await AnswerAsync(context, path, bytes);
        if (reply.Status is 401 or 403 or 429)
        {
            server.Limits.Count(reply, route is null ? "" : Bucket(route, path.Split('/')));
        }

        if (server.Options.KeepLogs)
        {
            var headers = context.Request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString());
            var status = fault?.Kind is FaultKind.Cut or FaultKind.CutInAnswer ? 0 : reply.Status;
            server.Calls.Add(new(number, context.Request.Method, path, context.Request.QueryString.ToString(), headers, body, at, status, System.Text.Encoding.UTF8.GetString(reply.Body)));
        }

        if (reply.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = $"{seconds}";
        }

        if (route is not null)
        {
            server.Limits.Write(context.Response.Headers, reply, route.Bucket, standing);
        }

        await WriteAsync(context, reply, fault);
    }

    private async Task<(Reply Reply, Route? Route, RateBucket.BucketState Standing, Fault? Fault, JsonNode? Body)> AnswerAsync(HttpContext context, string path, ReadOnlyMemory<byte> bytes)
    {
        var request = context.Request;
        if (server.Limits.IsBanned)
        {
            // What the ban looks like is not documented: that it is 429 with a page and without limits is common knowledge.
            return Bare(Reply.Page(429, "Access denied | discord.com used Cloudflare to restrict access (error 1015)", 600));
        }

        if (!UserAgent().IsMatch(request.Headers.UserAgent.ToString()))
        {
            // "API Reference", User Agent: "may be blocked". The words of code 40333 are common knowledge.
            server.AddProblem($"{request.Method} {path}: no valid User-Agent: {request.Headers.UserAgent}");
            return Bare(s_badAgent);
        }

        if (path.Length == 0 && request.Path.StartsWithSegments("/api"))
        {
            server.AddProblem($"{request.Method} {request.Path}: not version 10 of the API");
        }

        var segments = path.Split('/');
        var fault = server.Faults.Take(request.Method, path);
        if (routes.Find(request.Method, segments, out var refusal) is not { } route)
        {
            return (fault?.Reply ?? refusal!, null, default, fault, null);
        }

        if (server.Limits.HasWaits && server.Limits.TooEarly(Bucket(route, segments), isFree: !route.NeedsToken) is { } early)
        {
            server.AddProblem(string.Create(CultureInfo.InvariantCulture, $"{request.Method} {path}: came {early.TotalSeconds:0.###} s before a 429 allows it"));
        }

        // A response to an interaction counts by the interaction alone, which takes one.
        var standing = segments[0] == "interactions" ? new(true, 5, 4, server.Options.Time.GetUtcNow() + TimeSpan.FromSeconds(1)) : server.Limits.Take(Bucket(route, segments));
        if (fault is { Kind: FaultKind.Slow, Executes: false })
        {
            await WaitAsync(fault, context.RequestAborted);
        }

        // Of a flood no body is parsed whole.
        JsonNode? body = null;
        var parses = bytes.Length > 0 && (server.Interactions.IsFlood(segments) || DiscordJson.TryParse(bytes.Span, out body));
        if (fault is { Executes: false, Kind: not FaultKind.Slow })
        {
            return (fault.Reply ?? Reply.NoContent, route, standing, fault, body);
        }

        var reply = Refusal(request, route, standing, bytes.Length > 0, parses)
            ?? route.Answer(new(segments, request.Query, request.Headers, bytes, body));
        return (fault?.Reply ?? reply, route, standing, fault, body);
    }

    private static (Reply Reply, Route? Route, RateBucket.BucketState Standing, Fault? Fault, JsonNode? Body) Bare(Reply reply) => (reply, null, default, null, null);

    private Reply? Refusal(HttpRequest request, Route route, RateBucket.BucketState standing, bool hasBody, bool parses)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (authorization != "Bot " + server.Token && (route.NeedsToken || authorization.Length > 0))
        {
            return Reply.Error(401, 0, "401: Unauthorized");
        }

        if (route.NeedsToken && server.Limits.TakeGlobal() is { } exceeded)
        {
            return exceeded;
        }

        if (!standing.IsAllowed)
        {
            return server.Limits.Exceeded(standing);
        }

        if (!route.HasBody)
        {
            return null;
        }

        // "API Reference", Content Type. Forms would be allowed too, but the stand-in reads none.
        if (!IsJson(request.ContentType))
        {
            return s_badType;
        }

        return hasBody && parses ? null : Reply.Error(400, 50109, "The request body contains invalid JSON.");
    }

    // "Rate Limits": webhooks count by identifier and token, guilds by identifier.
    private static string Bucket(Route route, string[] segments) => segments switch
    {
        ["interactions", var id, ..] => $"{route.Bucket}:{id}",
        ["webhooks", var app, var token, ..] => $"{route.Bucket}:{app}:{token}",
        ["applications", _, "guilds", var guild, ..] => $"{route.Bucket}:{guild}",
        _ => route.Bucket,
    };

    // The code and the words within are common knowledge.
    private static Reply BadType()
    {
        var errors = new FormErrors();
        errors.Add("", "CONTENT_TYPE_INVALID", "Expected \"Content-Type\" header to be one of {'application/json'}.");
        return Reply.Of(400, errors.ToJson());
    }

    private static bool IsJson(string? contentType) =>
        contentType is not null && contentType.Split(';')[0].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase);

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && !request.Headers.ContainsKey("Transfer-Encoding")))
        {
            return default;
        }

        var memory = new MemoryStream((int)(request.ContentLength ?? 1024));
        await request.Body.CopyToAsync(memory, cancellation);
        return memory.GetBuffer().AsMemory(0, (int)memory.Length);
    }

    private async Task WaitAsync(Fault fault, CancellationToken aborted)
    {
        await fault.Until.WaitAsync(aborted);
        await Task.Delay(fault.Delay, server.Options.Time, aborted);
    }

    private async Task WriteAsync(HttpContext context, Reply reply, Fault? fault)
    {
        switch (fault?.Kind)
        {
            case FaultKind.Cut:
                context.Abort();
                return;
            case FaultKind.CutInAnswer:
                // An answer without a body breaks off in its head.
                context.Response.ContentLength = reply.Body.Length + 1;
                await context.Response.Body.WriteAsync(reply.Body.AsMemory(0, reply.Body.Length / 2));
                await context.Response.Body.FlushAsync();
                context.Abort();
                return;
            case FaultKind.TruncatedJson:
                reply = reply with { Status = reply.Status == 204 ? 200 : reply.Status, Body = reply.Body.Length == 0 ? "{\"interaction\":{"u8.ToArray() : reply.Body[..(reply.Body.Length / 2)] };
                break;
            case FaultKind.Slow when fault.Executes:
                await WaitAsync(fault, context.RequestAborted);
                break;
        }

        var response = context.Response;
        response.StatusCode = reply.Status;
        if (reply.Status == 204)
        {
            return;
        }

        response.ContentType = reply.ContentType;
        response.ContentLength = reply.Body.Length;
        await response.BodyWriter.WriteAsync(reply.Body);
    }

    // "DiscordBot ($url, $versionNumber)", and whatever comes after.
    [GeneratedRegex(@"^DiscordBot \(\S+, ?[^()\s]+\)")]
    private static partial Regex UserAgent();
}
