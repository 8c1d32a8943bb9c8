using System.Collections.Immutable;
using Bot.Answers.Model;

namespace Bot.Answers.Explaining;

/// <summary>How the bot came to an answer, for curators. Scores and signals change with the search, so nothing may depend on them.</summary>
/// <param name="Question">The question.</param>
/// <param name="Language">The tag of the language of the answer.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Shown">The ids of the facts that the answer shows, also those that it only offers.</param>
/// <param name="Confidence">The probability that the first candidate answers the question, from 0 to 1; 0 when there is none.</param>
/// <param name="AnsweredFrom">The confidence from which a fact is an answer.</param>
/// <param name="ClosestFrom">The confidence from which a fact is shown as the closest.</param>
/// <param name="Candidates">The facts that match best, the best first: at most <see cref="MaxCandidates"/>.</param>
/// <param name="Subject">The subject out of scope that matches best; null when none does.</param>
/// <param name="Names">The people, places and organisations that were read in the question.</param>
public sealed record Explanation(
    string Question,
    string Language,
    Outcome Outcome,
    ImmutableArray<string> Shown,
    double Confidence,
    double AnsweredFrom,
    double ClosestFrom,
    ImmutableArray<Candidate> Candidates,
    RivalSubject? Subject,
    ImmutableArray<ReadName> Names)
{
    /// <summary>The maximum number of candidates.</summary>
    public const int MaxCandidates = 5;
}

/// <summary>A fact that matches a question.</summary>
/// <param name="Fact">The fact's id.</param>
/// <param name="Score">Its score; comparable only within one question.</param>
/// <param name="Confidence">The probability that it answers the question, if it were the first.</param>
/// <param name="Example">Its example that is most like the question; null when none is like it.</param>
/// <param name="Signals">The evidence.</param>
public sealed record Candidate(string Fact, double Score, double Confidence, string? Example, ImmutableArray<Signal> Signals);

/// <summary>A subject out of scope that matches a question.</summary>
/// <param name="Id">The subject's id.</param>
/// <param name="IsBetter">Whether its questions share more words with the question than any fact does.</param>
/// <param name="Example">Its example that is most like the question; null when none is like it.</param>
public sealed record RivalSubject(string Id, bool IsBetter, string? Example);

/// <summary>A name that was read in a question.</summary>
/// <param name="Spelling">The name or alias as the base writes it.</param>
/// <param name="Party">The id of the party that it means.</param>
/// <param name="IsOfFirst">Whether the first candidate is by or about the party.</param>
public sealed record ReadName(string Spelling, string Party, bool IsOfFirst);

/// <summary>A piece of evidence.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record Signal(string Name, double Value);
