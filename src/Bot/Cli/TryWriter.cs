using System.Collections.Immutable;
using System.Text.Json;
using Bot.Answers;
using Bot.Answers.Explaining;
using Bot.Answers.Model;

namespace Bot.Cli;

/// <summary>Writes what <c>facts try</c> found, for people or as JSON.</summary>
/// <param name="output">The output.</param>
/// <param name="json">Whether it is JSON.</param>
/// <param name="hasColours">Whether lines for people have colours.</param>
internal sealed class TryWriter(TextWriter output, bool json, bool hasColours)
{
    // Select Graphic Rendition (ECMA-48, section 8.3.117).
    private const string Bold = "1";
    private const string Red = "31";
    private const string Green = "32";
    private const string Yellow = "33";
    private const string Grey = "90";

    /// <summary>Writes how a question was answered.</summary>
    public void Write(Explanation explained)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(new TryLine(explained, [.. TryReasons.Of(explained)]), FactsJson.Readable.TryLine));
            return;
        }

        var tier = explained.Outcome switch { Outcome.Answered or Outcome.Talk => Green, Outcome.Closest => Yellow, _ => Red };
        output.WriteLine(Colour(Bold, explained.Question));
        output.WriteLine($"  {Colour(tier, explained.Outcome.ToString().ToLowerInvariant())} in {explained.Language}, confidence {explained.Confidence:0.00} (closest from {explained.ClosestFrom:0.00}, answered from {explained.AnsweredFrom:0.00})");
        foreach (var candidate in explained.Candidates)
        {
            var isShown = explained.Shown.Contains(candidate.Fact);
            output.WriteLine($"  {(isShown ? "*" : " ")} {Colour(isShown ? Bold : Grey, candidate.Fact)} score {candidate.Score:0.00}, confidence {candidate.Confidence:0.00}");
            WriteExample(candidate.Example);
            output.WriteLine(Colour(Grey, "      " + string.Join(", ", candidate.Signals.Select(s => $"{s.Name} {s.Value:0.##}"))));
        }

        if (explained.Subject is { } subject)
        {
            output.WriteLine($"    out of scope: {Colour(Grey, subject.Id)}");
            WriteExample(subject.Example);
        }

        if (!explained.Names.IsEmpty)
        {
            output.WriteLine($"    names: {string.Join(", ", explained.Names.Select(n => $"“{n.Spelling}” is {n.Party}"))}");
        }

        foreach (var reason in TryReasons.Of(explained))
        {
            output.WriteLine($"    why: {Colour(Yellow, reason)}");
        }
    }

    /// <summary>Writes what came of the cases of a chapter: the totals of each language, and those that are not answered.</summary>
    /// <param name="chapter">The chapter's id.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="listsClosest">Whether those whose fact is only the closest are listed too, not just counted.</param>
    public void Write(string chapter, ImmutableArray<TrialCase> cases, bool listsClosest)
    {
        var listed = cases.Where(c => c.Result is TrialResult.Wrong or TrialResult.Missed || (listsClosest && c.Result == TrialResult.Closest)).ToList();
        if (json)
        {
            var line = new ChapterLine(chapter, cases.Length, Count(cases, TrialResult.Answered), Count(cases, TrialResult.Closest), [.. listed.Select(c => new MissedLine(c.Text, c.Language, c.Wanted, c.Result, [.. TryReasons.Of(c)]))]);
            output.WriteLine(JsonSerializer.Serialize(line, FactsJson.Readable.ChapterLine));
            return;
        }

        foreach (var missed in listed)
        {
            var result = missed.Result.ToString().ToLowerInvariant();
            output.WriteLine($"{Colour(missed.Result == TrialResult.Wrong ? Red : Yellow, result)} {missed.Language}: {Colour(Bold, missed.Text)} ({(missed.Wanted is [var only] ? only : "the title of an event")})");
            foreach (var reason in TryReasons.Of(missed))
            {
                output.WriteLine($"    why: {reason}");
            }
        }

        foreach (var language in cases.GroupBy(c => c.Language))
        {
            output.WriteLine($"{language.Key}: {Totals([.. language])}");
        }

        output.WriteLine($"{chapter}: {Totals(cases)}{(!listsClosest && Count(cases, TrialResult.Closest) > 0 ? "; --all lists the closest" : "")}");
    }

    private void WriteExample(string? example)
    {
        if (example is not null)
        {
            output.WriteLine($"      nearest example: {example}");
        }
    }

    private static string Totals(ImmutableArray<TrialCase> cases) =>
        $"{cases.Length} questions: {Count(cases, TrialResult.Answered)} answered, {Count(cases, TrialResult.Closest)} closest, {Count(cases, TrialResult.Wrong)} wrong, {Count(cases, TrialResult.Missed)} missed";

    private static int Count(ImmutableArray<TrialCase> cases, TrialResult result) => cases.Count(c => c.Result == result);

    private string Colour(string code, string text) => hasColours ? $"\e[{code}m{text}\e[0m" : text;
}
