using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Answers.Model;
using Bot.Answers.Rendering;
using Bot.Facts.Model;

namespace Bot.Terminal;

/// <summary>An answer with its question and the time that it took.</summary>
internal sealed record TimedAnswer(string Question, Answer Answer, TimeSpan Elapsed)
{
    /// <summary>One line of JSON, in the form that SCRIPTING.md documents.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new AnswerLine(
            WellFormed(Question),
            Answer.Language,
            Answer.Outcome.ToWord(),
            Answer.Title,
            PlainTextRenderer.Write(Summary.Of(Answer with { Request = Answer.Request with { Detail = Detail.Full } })),
            [.. Answer.Facts.Concat(Answer.FurtherFacts).Select(f => new FactLine(f.Id, [.. f.Statements], f.Status?.Code, f.Text, f.When, f.Checked?.ToString("yyyy-MM-dd")))],
            [.. Answer.Citations.Select(c => new SourceLine(c.Id, c.Footnote, c.Title, c.Publisher, c.Date, c.Language, c.Url))],
            (long)Math.Ceiling(Elapsed.TotalMicroseconds),
            [.. Answer.Remarks]),
        AnswerLineContext.Readable.AnswerLine);

    // JSON cannot contain half a surrogate pair.
    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes().Select(r => r.ToString()));
}

internal sealed record AnswerLine(
    string Question,
    string Language,
    string Outcome,
    string Title,
    string Text,
    FactLine[] Facts,
    SourceLine[] Sources,
    long Microseconds,
    string[] Remarks);

internal sealed record FactLine(string Id, string[] Statements, string? Status, string Text, string When, string? Checked);

internal sealed record SourceLine(string Id, int? Footnote, string? Title, string? Publisher, string? Date, string Language, string? Url);

/// <summary>Writes letters of all scripts unescaped: the lines are UTF-8 and are not used in web pages.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnswerLine))]
internal sealed partial class AnswerLineContext : JsonSerializerContext
{
    public static AnswerLineContext Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
