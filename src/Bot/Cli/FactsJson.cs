using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Answers;
using Bot.Answers.Explaining;
using Bot.Answers.Model;
using Bot.Facts.Authoring;
using Bot.Facts.Diffing;
using Bot.Facts.Model;
using Bot.Facts.Yaml;

namespace Bot.Cli;

/// <summary>The JSON of the commands for curators. Letters of all scripts are unescaped, missing values are left out, and words of enums are those of the files.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DiffLine))]
[JsonSerializable(typeof(DifferenceLine))]
[JsonSerializable(typeof(BaseStatus))]
[JsonSerializable(typeof(FilesLine))]
[JsonSerializable(typeof(LinkLine))]
[JsonSerializable(typeof(NewLine))]
[JsonSerializable(typeof(ProblemLine))]
[JsonSerializable(typeof(ReleaseLine))]
[JsonSerializable(typeof(TryLine))]
[JsonSerializable(typeof(ChapterLine))]
internal sealed partial class FactsJson : JsonSerializerContext
{
    /// <summary>The context to write with.</summary>
    public static FactsJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter<ChangeKind>(JsonNamingPolicy.KebabCaseLower),
            new JsonStringEnumConverter<WordChangeKind>(JsonNamingPolicy.KebabCaseLower),
            new JsonStringEnumConverter<Severity>(JsonNamingPolicy.KebabCaseLower),
            new JsonStringEnumConverter<Outcome>(JsonNamingPolicy.KebabCaseLower),
            new JsonStringEnumConverter<TrialResult>(JsonNamingPolicy.KebabCaseLower),
        },
    });
}

/// <summary>What <c>facts diff</c> found.</summary>
internal sealed record DiffLine(int Added, int Changed, int Removed, ImmutableArray<FactDiff> Facts);

/// <summary>A fact that differs from the last release; without <paramref name="Release"/>, because there is none.</summary>
internal sealed record DifferenceLine(string Fact, ChangeKind Kind, ImmutableArray<string> Languages, string? Release);

/// <summary>An address, and what asking it gave.</summary>
internal sealed record LinkLine(string Address, ImmutableArray<LinkedSource> Sources, bool? IsReached = null, int? Status = null, string? MovedTo = null, string? Problem = null);

/// <summary>A source with an address, and what needs it.</summary>
internal sealed record LinkedSource(string Id, ImmutableArray<LinkUse> Facts, ImmutableArray<string> Offices, ImmutableArray<string> CopyOf);

/// <summary>What <c>facts new</c> wrote; for a chapter also the commands that come next.</summary>
internal sealed record NewLine(string Id, ImmutableArray<EditedFile> Files, ImmutableArray<FileLocation> Stubs, ImmutableArray<string> Warnings, IReadOnlyList<string>? Next = null);

/// <summary>A file that <c>facts new</c> wrote or added to.</summary>
internal sealed record EditedFile(string Path, bool IsNew, string Change);

/// <summary>A problem that <c>facts check</c> found.</summary>
internal sealed record ProblemLine(string File, int Line, int Column, Severity Severity, string Rule, string Message, string Fix);

/// <summary>How <c>facts try</c> came to an answer.</summary>
internal sealed record TryLine(Explanation Explanation, ImmutableArray<string> Reasons);

/// <summary>What came of the questions of a chapter.</summary>
internal sealed record ChapterLine(string Chapter, int Questions, int Answered, int Closest, ImmutableArray<MissedLine> Misses);

/// <summary>A question of a chapter that is wrong or missed, or whose fact is only the closest.</summary>
internal sealed record MissedLine(string Question, string Language, ImmutableArray<string> Wanted, TrialResult Result, ImmutableArray<string> Reasons);

/// <summary>What <c>facts release</c> recorded; no file where nothing has changed.</summary>
internal sealed record ReleaseLine(string? File, int Added, int Changed, int Removed);

/// <summary>The files that <c>facts init</c> or <c>facts schema</c> wrote.</summary>
internal sealed record FilesLine(ImmutableArray<string> Files)
{
    /// <summary>The JSON of the files with these paths.</summary>
    public static string ToJson(IEnumerable<string> files) => JsonSerializer.Serialize(new FilesLine([.. files]), FactsJson.Readable.FilesLine);
}
