using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Loopback.Discord.Rules;

namespace Bot.Loopback.Tests.Discord.Rules;

/// <summary>What is said of forms, written short: a test gives the one member that it is about, the rest is right.</summary>
/// <remarks>In a form, <c>&lt;7&gt;</c> stands for seven letters, and <c>&lt;7*x#&gt;</c> for a list of <c>x0</c> to <c>x6</c>.</remarks>
internal static partial class Refusals
{
    /// <summary>A refusal in its place; none if there is none.</summary>
    public static string At(string place, string refusal) => refusal.Length == 0 ? "" : place + refusal;

    public static string Commands(string commands) => CommandRules.Check(Parse(commands)).ToString();

    public static string Command(string members) => Commands($"[{With("""{"name":"ask","description":"Asks"}""", members)}]");

    public static string Option(string members, int type = 3) =>
        Command($$"""{"options":[{{With($$"""{"type":{{type}},"name":"text","description":"Text"}""", members)}}]}""");

    public static string Response(string response, InteractionKind kind = InteractionKind.Command) => ResponseRules.Check(Parse(response), kind).ToString();

    public static string Message(string message, int type = 4) =>
        Response($$"""{"type":{{type}},"data":{{message}}}""", type is 6 or 7 ? InteractionKind.Component : InteractionKind.Command);

    public static string Embed(string members) => Message($$"""{"embeds":[{{With("""{"title":"Title"}""", members)}}]}""");

    public static string Row(string components) => Message($$"""{"components":[{"type":1,"components":{{components}}}]}""");

    public static string Button(string members) => Row($"[{With("""{"type":2,"style":1,"label":"Next","custom_id":"next"}""", members)}]");

    public static string Link(string members) => Row($"[{With("""{"type":2,"style":5,"label":"Source","url":"https://example.org"}""", members)}]");

    public static string Select(string members) => Row($"[{With("""{"type":3,"custom_id":"menu","options":[{"label":"One","value":"1"}]}""", members)}]");

    public static string SelectOption(string members) => Select($$"""{"options":[{{With("""{"label":"One","value":"1"}""", members)}}]}""");

    public static string V2(string components) => Message($$"""{"flags":32768,"components":{{components}}}""");

    public static string Choices(string choices) => Response($$$"""{"type":8,"data":{"choices":{{{choices}}}}}""", InteractionKind.Autocomplete);

    public static string Choice(string members) => Choices($"[{With("""{"name":"One","value":"1"}""", members)}]");

    public static string Modal(string members) => Response(
        $$"""{"type":9,"data":{{With("""{"custom_id":"modal","title":"Title","components":[{"type":18,"label":"Text","component":{"type":4,"custom_id":"text","style":1}}]}""", members)}}}""");

    public static JsonNode? Parse(string form) => JsonNode.Parse(Expand(form));

    private static string With(string right, string members)
    {
        var form = Parse(right)!.AsObject();
        foreach (var (name, value) in Parse(members)!.AsObject())
        {
            form[name] = value?.DeepClone();
        }

        return form.ToJsonString();
    }

    private static string Expand(string form)
    {
        var letters = Letters.Replace(form, m => new('a', Number(m)));
        return List.Replace(letters, m => string.Join(',', Enumerable.Range(0, Number(m)).Select(i => m.Groups[2].Value.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))));
    }

    private static int Number(Match match) => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"<(\d+)>")]
    private static partial Regex Letters { get; }

    [GeneratedRegex(@"<(\d+)\*([^>]*)>")]
    private static partial Regex List { get; }
}
