using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Bot.Loopback.Telegram;

/// <summary>Reads the parameters of a request from wherever the Bot API allows them: the query, a form, or a JSON body.</summary>
internal static class ParameterReader
{
    /// <summary>Reads them.</summary>
    public static async ValueTask<Parameters> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        Dictionary<string, string>? fields = null;
        if (request.QueryString.HasValue)
        {
            fields = request.Query.ToDictionary(f => f.Key, f => f.Value.ToString());
        }

        if (request.ContentType is not { } type)
        {
            return new(null, fields);
        }

        if (type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return new(await ReadJsonAsync(request, cancellation), fields);
        }

        if (request.HasFormContentType)
        {
            fields ??= [];
            foreach (var (name, value) in await request.ReadFormAsync(cancellation))
            {
                fields[name] = value.ToString();
            }
        }

        return new(null, fields);
    }

    private static async ValueTask<JsonElement?> ReadJsonAsync(HttpRequest request, CancellationToken cancellation)
    {
        var reader = request.BodyReader;
        var read = await reader.ReadAsync(cancellation);
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync(cancellation);
        }

        try
        {
            if (read.Buffer.IsEmpty)
            {
                return null;
            }

            var json = read.Buffer.IsSingleSegment ? JsonElement.Parse(read.Buffer.FirstSpan) : JsonElement.Parse(read.Buffer.ToArray());
            return json.ValueKind == JsonValueKind.Object ? json : throw Refusal.BadRequest("object expected as request body");
        }
        catch (JsonException)
        {
            throw Refusal.BadRequest("can't parse request body as JSON");
        }
        finally
        {
            reader.AdvanceTo(read.Buffer.End);
        }
    }
}
