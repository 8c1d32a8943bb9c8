using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using NSec.Cryptography;

namespace Bot.Benchmarks;

/// <summary>A bare client of Discord's wire: one response for every interaction, without looking at what it asks.</summary>
internal static class DiscordBaseline
{
    public static async Task<int> OverGatewayAsync(string apiUrl, string gatewayUrl, string token, string responseFile)
    {
        var response = await File.ReadAllBytesAsync(responseFile).ConfigureAwait(false);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("User-Agent", "DiscordBot (https://discord.com/developers/applications, 1.0.0)");
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(gatewayUrl + "?v=10&encoding=json"), CancellationToken.None).ConfigureAwait(false);
        var identify = $$$"""{"op":2,"d":{"token":"{{{token}}}","intents":0,"properties":{"os":"linux","browser":"bare","device":"bare"} } }""";
        await socket.SendAsync(Encoding.UTF8.GetBytes(identify), WebSocketMessageType.Text, true, CancellationToken.None).ConfigureAwait(false);
        var buffer = new byte[1 << 16];
        for (var length = 0; ;)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None).ConfigureAwait(false);
            length += part.Count;
            if (!part.EndOfMessage)
            {
                continue;
            }

            using var json = JsonDocument.Parse(buffer.AsMemory(0, length));
            length = 0;
            if (json.RootElement.GetProperty("t").GetString() == "INTERACTION_CREATE")
            {
                var interaction = json.RootElement.GetProperty("d");
                _ = RespondAsync(http, $"{apiUrl}interactions/{interaction.GetProperty("id").GetString()}/{interaction.GetProperty("token").GetString()}/callback", response);
            }
        }
    }

    public static async Task<int> OverHttpAsync(string port, string publicKey, string responseFile)
    {
        var response = await File.ReadAllBytesAsync(responseFile).ConfigureAwait(false);
        var key = PublicKey.Import(SignatureAlgorithm.Ed25519, Convert.FromHexString(publicKey), KeyBlobFormat.RawPublicKey);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture)));
        await using var web = builder.Build();
        web.Run(async context =>
        {
            using var body = new MemoryStream();
            await body.WriteAsync(Encoding.UTF8.GetBytes(context.Request.Headers["X-Signature-Timestamp"].ToString())).ConfigureAwait(false);
            var start = (int)body.Length;
            await context.Request.Body.CopyToAsync(body).ConfigureAwait(false);
            var signed = body.ToArray();
            if (!SignatureAlgorithm.Ed25519.Verify(key, signed, Convert.FromHexString(context.Request.Headers["X-Signature-Ed25519"].ToString())))
            {
                context.Response.StatusCode = 401;
                return;
            }

            using var json = JsonDocument.Parse(signed.AsMemory(start));
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(json.RootElement.GetProperty("type").GetInt32() == 1 ? """{"type":1}"""u8.ToArray() : response).ConfigureAwait(false);
        });
        await web.RunAsync().ConfigureAwait(false);
        return 0;
    }

    private static async Task RespondAsync(HttpClient http, string address, byte[] response)
    {
        using var content = new ByteArrayContent(response) { Headers = { ContentType = new("application/json") } };
        using var answer = await http.PostAsync(address, content).ConfigureAwait(false);
    }
}
