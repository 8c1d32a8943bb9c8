using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.EndToEnd.Tests.Monitoring;

/// <summary>A collector on loopback that takes OTLP over HTTP (OpenTelemetry Protocol, OTLP/HTTP), and keeps what came.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly ConcurrentQueue<(string Path, string Type, byte[] Body)> _received = new();

    private Collector(WebApplication web) => _web = web;

    /// <summary>Where it listens.</summary>
    public string Url => _web.Urls.First();

    /// <summary>All that came.</summary>
    public IReadOnlyList<(string Path, string Type, byte[] Body)> Received => [.. _received];

    /// <summary>The bodies that came for a path. Protobuf writes texts as they are.</summary>
    public string Texts(string path) => string.Join('\n', Received.Where(r => r.Path == path).Select(r => Encoding.UTF8.GetString(r.Body)));

    public static async Task<Collector> StartAsync(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var collector = new Collector(builder.Build());
        collector._web.MapPost("/{**path}", async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            collector._received.Enqueue((context.Request.Path.Value!, context.Request.ContentType ?? "", body.ToArray()));
            context.Response.ContentType = "application/x-protobuf";
        });
        await collector._web.StartAsync(cancellation);
        return collector;
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();
}
