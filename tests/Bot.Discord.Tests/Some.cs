using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Adapters.Monitoring;
using Bot.Adapters.Pipeline;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Discord.Wire;

namespace Bot.Discord.Tests;

/// <summary>What Discord sends and is sent, with as little in it as a test needs.</summary>
internal static class Some
{
    /// <summary>The version of the real base.</summary>
    public static string Version => SampleBase.Answerer.Version;

    /// <summary>What an adapter is given, without limits.</summary>
    public static AdapterServices Services(Answerer answerer) =>
        new(answerer, AdapterTelemetry.None("discord", TimeProvider.System), TimeProvider.System, Random.Shared);

    public static Interaction Ping { get; } = Read("""{"id":"1","application_id":"2","type":1,"token":"t","version":1}""");

    /// <summary>A slash command with its options: texts, or booleans.</summary>
    public static Interaction Command(string name, string locale = "en-US", params IEnumerable<(string Name, object Value)> options) => Read(new JsonObject
    {
        ["id"] = "1300000000000000001",
        ["application_id"] = "1300000000000000000",
        ["type"] = 2,
        ["token"] = "aW50ZXJhY3Rpb24",
        ["version"] = 1,
        ["locale"] = locale,
        ["data"] = new JsonObject { ["id"] = "1300000000000000002", ["name"] = name, ["type"] = 1, ["options"] = Options(options) },
    });

    /// <summary>An option of a slash command as it is being typed.</summary>
    public static Interaction Typing(string command, string option, string typed, string locale = "en-US") => Read(new JsonObject
    {
        ["id"] = "1300000000000000001",
        ["type"] = 4,
        ["token"] = "aW50ZXJhY3Rpb24",
        ["locale"] = locale,
        ["data"] = new JsonObject
        {
            ["name"] = command,
            ["type"] = 1,
            ["options"] = new JsonArray(
                new JsonObject { ["name"] = "private", ["type"] = 5, ["value"] = true },
                new JsonObject { ["name"] = option, ["type"] = 3, ["value"] = typed, ["focused"] = true }),
        },
    });

    /// <summary>A message command on a message.</summary>
    public static Interaction Check(string message, string locale = "en-US") => Read(new JsonObject
    {
        ["id"] = "1300000000000000001",
        ["type"] = 2,
        ["token"] = "aW50ZXJhY3Rpb24",
        ["locale"] = locale,
        ["data"] = new JsonObject
        {
            ["name"] = "Check against the facts",
            ["type"] = 3,
            ["target_id"] = "1300000000000000009",
            ["resolved"] = new JsonObject { ["messages"] = new JsonObject { ["1300000000000000009"] = JsonNode.Parse(message) } },
        },
    });

    /// <summary>A press on a button; with values, a choice from a menu.</summary>
    public static Interaction Press(string customId, string locale = "en-US", bool isEphemeral = false, params string[] values) => Read(new JsonObject
    {
        ["id"] = "1300000000000000001",
        ["type"] = 3,
        ["token"] = "aW50ZXJhY3Rpb24",
        ["locale"] = locale,
        ["message"] = new JsonObject { ["id"] = "1300000000000000009", ["content"] = "", ["flags"] = isEphemeral ? 64 : 0 },
        ["data"] = values.Length == 0
            ? new JsonObject { ["custom_id"] = customId, ["component_type"] = 2 }
            : new JsonObject { ["custom_id"] = customId, ["component_type"] = 3, ["values"] = new JsonArray([.. values.Select(v => (JsonNode)v)]) },
    });

    /// <summary>An answer that nobody has to look up.</summary>
    public static Answer Answer(params string[] followUps) => new()
    {
        Outcome = Outcome.Answered,
        Request = new Request("timeline", "trump", "en"),
        Language = "en",
        Title = "Title",
        Sections = [new Section(null, ["Text."], [])],
        FollowUps = [.. followUps.Select((label, i) => new FollowUp(label, new Request("ask", $"{i}", "en")))],
        Version = "9fa0b8fc",
    };

    /// <summary>The custom id of a button of the real base.</summary>
    public static string CustomId(ButtonAction action, string command, string words, string language, int page = 1, string? version = null) =>
        new ButtonCode(SampleBase.Answerer).Write(action, new Request(command, words, language, page), version ?? Version, Component.MaxCustomIdLength)!;

    public static Interaction Read(string json) => Interaction.Read(Encoding.UTF8.GetBytes(json), out _);

    /// <summary>A response as it is sent.</summary>
    public static JsonNode Json(this InteractionResponse response) => JsonNode.Parse(response.Json.Span)!;

    /// <summary>Some members of an object, as JSON.</summary>
    public static string Only(this JsonNode? json, params IReadOnlyList<string> members) =>
        new JsonObject(json!.AsObject().Where(m => members.Contains(m.Key)).Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()))).ToJsonString();

    /// <summary>The components of a message, nested ones included, in the order in which they are shown.</summary>
    public static IEnumerable<Component> Components(this InteractionResponse response) => Nested(response.Data!.Components!);

    /// <summary>The texts of a message, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> Texts(this InteractionResponse response) => [.. response.Components().Select(c => c.Content).OfType<string>()];

    /// <summary>The title of an answer.</summary>
    public static string Title(this InteractionResponse response) => response.Container()[0].Content!["### ".Length..];

    /// <summary>The text below the title of an answer.</summary>
    public static string Body(this InteractionResponse response) => response.Container()[1].Content!;

    private static IReadOnlyList<Component> Container(this InteractionResponse response) =>
        response.Data!.Components!.Single(c => c.Type == ComponentType.Container).Components!;

    private static IEnumerable<Component> Nested(IEnumerable<Component> components) => components.SelectMany(c => Nested(c.Components ?? []).Prepend(c));

    private static Interaction Read(JsonObject json) => Read(json.ToJsonString());

    private static JsonArray Options(IEnumerable<(string Name, object Value)> options) =>
        [.. options.Select(o => new JsonObject { ["name"] = o.Name, ["type"] = o.Value is bool ? 5 : 3, ["value"] = JsonSerializer.SerializeToNode(o.Value) })];
}
