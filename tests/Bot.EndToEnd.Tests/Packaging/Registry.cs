using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.EndToEnd.Tests.Packaging;

/// <summary>A registry of container images on 127.0.0.1 that has one image with one empty layer, <c>base:1</c> (OCI Distribution Specification, Pull).</summary>
internal sealed class Registry : IAsyncDisposable
{
    private const string ManifestType = "application/vnd.oci.image.manifest.v1+json";

    private readonly WebApplication _web;
    private readonly Dictionary<string, byte[]> _blobs = [];
    private readonly byte[] _manifest;

    private Registry()
    {
        var (layer, difference) = EmptyLayer();
        var config = Encoding.UTF8.GetBytes($$"""
            {"architecture":"amd64","os":"linux","config":{"Env":["PATH=/usr/bin","APP_UID=1654","ASPNETCORE_HTTP_PORTS=8080"],"User":"0"},"rootfs":{"type":"layers","diff_ids":["{{difference}}"]},"history":[]}
            """);
        _manifest = Encoding.UTF8.GetBytes($$"""
            {"schemaVersion":2,"mediaType":"{{ManifestType}}",
            "config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"{{Keep(config)}}","size":{{config.Length}}},
            "layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","digest":"{{Keep(layer)}}","size":{{layer.Length}}}]}
            """);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        _web = builder.Build();
        _web.MapMethods("/v2/", s_reads, () => "{}");
        _web.MapMethods("/v2/base/manifests/{reference}", s_reads, (HttpContext context, string reference) => SendAsync(context, reference == "1" || reference == Digest(_manifest) ? _manifest : null, ManifestType));
        _web.MapMethods("/v2/base/blobs/{digest}", s_reads, (HttpContext context, string digest) => SendAsync(context, _blobs.GetValueOrDefault(digest), "application/octet-stream"));
    }

    private static readonly string[] s_reads = ["GET", "HEAD"];

    /// <summary>Its host and port.</summary>
    public string Address => new Uri(_web.Urls.First()).Authority;

    public static async Task<Registry> StartAsync(CancellationToken cancellation)
    {
        var registry = new Registry();
        await registry._web.StartAsync(cancellation);
        return registry;
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private static async Task SendAsync(HttpContext context, byte[]? content, string type)
    {
        if (content is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        context.Response.Headers["Docker-Content-Digest"] = Digest(content);
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.BodyWriter.WriteAsync(content, context.RequestAborted);
        }
    }

    private static string Digest(byte[] content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));

    private static (byte[] Layer, string Difference) EmptyLayer()
    {
        using var tar = new MemoryStream();
        new TarWriter(tar, leaveOpen: true).Dispose();

        // An archive ends with two empty blocks (POSIX, pax, ustar Interchange Format).
        tar.SetLength(1024);
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(tar.ToArray());
        }

        return (zipped.ToArray(), Digest(tar.ToArray()));
    }

    private string Keep(byte[] content)
    {
        _blobs[Digest(content)] = content;
        return Digest(content);
    }
}
