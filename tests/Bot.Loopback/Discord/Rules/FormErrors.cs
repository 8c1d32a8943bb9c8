using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord.Rules;

/// <summary>Why a request is refused, as its body tells it (API Reference, Error Messages).</summary>
public sealed class FormErrors
{
    private const int InvalidFormBody = 50035;

    private readonly List<(string[] Path, string Code, string Message)> _errors = [];
    private readonly bool _frozen;

    /// <summary>Creates what has no errors yet.</summary>
    public FormErrors()
        : this(InvalidFormBody, "Invalid Form Body", frozen: false)
    {
    }

    private FormErrors(int code, string message, bool frozen, int status = 400)
    {
        Status = status;
        Code = code;
        Message = message;
        _frozen = frozen;
    }

    /// <summary>Nothing is wrong. Nothing can be added to it.</summary>
    public static FormErrors None { get; } = new(InvalidFormBody, "Invalid Form Body", frozen: true);

    /// <summary>The message has nothing to show (Opcodes and Status Codes, JSON Error Codes). Nothing can be added to it.</summary>
    public static FormErrors EmptyMessage { get; } = new(50006, "Cannot send an empty message", frozen: true);

    /// <summary>There are more commands than an app may have (Opcodes and Status Codes, JSON Error Codes). Nothing can be added to it.</summary>
    public static FormErrors TooManyCommands { get; } = new(30032, "Maximum number of application commands reached", frozen: true);

    /// <summary>The texts of the components are so long that Discord fails (its issue 8554). Nothing can be added to it.</summary>
    public static FormErrors TextTooLarge { get; } = new(0, "500: Internal Server Error", frozen: true, status: 500);

    /// <summary>The HTTP status of the refusal.</summary>
    public int Status { get; }

    /// <summary>The <c>code</c> of the whole refusal: 50035, unless it is of a kind of its own.</summary>
    public int Code { get; }

    /// <summary>The <c>message</c> of the whole refusal.</summary>
    public string Message { get; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsEmpty => Code == InvalidFormBody && _errors.Count == 0;

    /// <summary>Adds an error.</summary>
    /// <param name="path">Where it is: names and indices with dots between, empty for the whole body.</param>
    /// <param name="code">What kind of error it is.</param>
    /// <param name="message">What is wrong, for people.</param>
    public void Add(string path, string code, string message) => Add(path.Length == 0 ? [] : path.Split('.'), code, message);

    internal void Add(string[] path, string code, string message)
    {
        if (_frozen)
        {
            throw new InvalidOperationException("These errors are shared: nothing can be added to them.");
        }

        _errors.Add((path, code, message));
    }

    /// <summary>The body of the answer: every error in the place of what it is about.</summary>
    public JsonObject ToJson()
    {
        var body = new JsonObject { ["message"] = Message, ["code"] = Code };
        if (_errors.Count > 0)
        {
            body["errors"] = Tree();
        }

        return body;
    }

    /// <summary>The errors, each on a line of its own.</summary>
    public override string ToString() =>
        Code != InvalidFormBody ? $"{Code} {Message}" : string.Join('\n', _errors.Select(e => $"{string.Join('.', e.Path)} {e.Code} {e.Message}".TrimStart()));

    private JsonObject Tree()
    {
        var tree = new JsonObject();
        foreach (var (path, code, message) in _errors)
        {
            var place = tree;
            foreach (var name in path)
            {
                place = Enter(place, name);
            }

            if (place["_errors"] is not JsonArray errors)
            {
                place["_errors"] = errors = [];
            }

            errors.Add((JsonNode)new JsonObject { ["code"] = code, ["message"] = message });
        }

        return tree;
    }

    private static JsonObject Enter(JsonObject place, string name)
    {
        if (place[name] is JsonObject known)
        {
            return known;
        }

        var entered = new JsonObject();
        place[name] = entered;
        return entered;
    }
}
