using System.Text;
using System.Text.Json;

namespace Bot.Facts.Schema;

/// <summary>The JSON Schemas of the base's files, generated from the same schemas that the checks use.</summary>
public sealed class JsonSchemaWriter
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    private readonly Func<IdKind, IEnumerable<string>>? _ids;

    private JsonSchemaWriter(Func<IdKind, IEnumerable<string>>? ids) => _ids = ids;

    /// <summary>Each schema's file name, such as <c>event.schema.json</c>, and its text. They are the same for every base.</summary>
    public static IEnumerable<(string Name, string Schema)> All() => new JsonSchemaWriter(null).WriteAll();

    /// <summary>The schemas of one base, which take only its ids where the id of another object is expected, so that editors complete them.</summary>
    /// <param name="ids">The ids of each kind.</param>
    internal static IEnumerable<(string Name, string Schema)> All(Func<IdKind, IEnumerable<string>> ids) => new JsonSchemaWriter(ids).WriteAll();

    private IEnumerable<(string Name, string Schema)> WriteAll() => FileSchemas.Files.Select(f => (f.Schema + ".schema.json", Write(f.Shape)));

    private string Write(ObjectSchema schema)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Dialect);
            json.WriteString("title", schema.Name);
            WriteObject(json, schema);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private void WriteObject(Utf8JsonWriter json, ObjectSchema schema)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var key in schema.Keys)
        {
            json.WriteStartObject(key.Name);
            json.WriteString("description", key.Description);
            WriteSchema(json, key.Schema);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        WriteNames(json, "required", schema.Keys.Where(k => k.IsRequired).Select(k => k.Name));
        json.WriteBoolean("additionalProperties", false);
    }

    private void WriteSchema(Utf8JsonWriter json, ValueSchema schema)
    {
        switch (schema)
        {
            case ObjectSchema map:
                WriteObject(json, map);
                break;
            case LocalizedSchema local:
                WriteObject(json, new ObjectSchema("local", [.. local.Tags.Select(tag => new KeySchema(tag, local.Each, "In " + tag + ".", IsRequired: false))]));
                break;
            case ListSchema list:
                json.WriteString("type", "array");
                json.WriteNumber("minItems", 1);
                json.WriteStartObject("items");
                WriteSchema(json, list.Item);
                json.WriteEndObject();
                break;
            case ValueOrMappingSchema either:
                json.WriteStartArray("anyOf");
                WriteAlternative(json, either.Value);
                WriteAlternative(json, either.Mapping);
                json.WriteEndArray();
                break;
            case ReferenceSchema reference when _ids is not null:
                WriteNames(json, "enum", _ids(reference.Kind).Order(StringComparer.Ordinal));
                break;
            case EnumSchema { Words: ["true", "false"] }:
                json.WriteString("type", "boolean");
                break;
            case EnumSchema word:
                WriteNames(json, "enum", word.Words);
                break;
            case NumberSchema:
                json.WriteString("type", "integer");
                json.WriteNumber("minimum", 1);
                break;
            case ShareSchema:
                json.WriteString("type", "number");
                json.WriteNumber("minimum", 0);
                json.WriteNumber("maximum", 1);
                break;
            case TextSchema text:
                json.WriteString("type", "string");
                json.WriteNumber("minLength", 1);
                json.WriteNumber("maxLength", text.MaxLength);
                break;
            case DateSchema:
                // YAML 1.2 reads a bare year as a number.
                WriteNames(json, "type", ["string", "integer"]);
                break;
            default:
                json.WriteString("type", "string");
                if (Pattern(schema) is { } pattern)
                {
                    json.WriteString("pattern", pattern);
                }

                break;
        }
    }

    private void WriteAlternative(Utf8JsonWriter json, ValueSchema schema)
    {
        json.WriteStartObject();
        WriteSchema(json, schema);
        json.WriteEndObject();
    }

    private static string? Pattern(ValueSchema schema) => schema switch
    {
        IdSchema or ReferenceSchema or ReleasedFactSchema => "^[a-z0-9]+(-[a-z0-9]+)*$",
        StatementSchema => "^S([0-9]{2}|[1-9][0-9]{2,3})$",
        HashSchema => "^[0-9a-f]{8}$",
        DaySchema => "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        RangeSchema => "^[0-9]{1,4} to [0-9]{1,4}$",
        UrlSchema => "^https?://",
        _ => null,
    };

    private static void WriteNames(Utf8JsonWriter json, string property, IEnumerable<string> names)
    {
        json.WriteStartArray(property);
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }
}
