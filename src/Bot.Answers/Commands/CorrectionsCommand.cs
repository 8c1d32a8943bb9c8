using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Answers.Commands;

/// <summary><c>/corrections</c>: what the record contradicts, qualifies or does not confirm, and where those involved disagree.</summary>
internal sealed class CorrectionsCommand : ICommand
{
    public string Name => "corrections";

    public IReadOnlyList<CommandParameter> Parameters { get; } = [];

    public bool IsOffered(FactBase @base) => HasAny(@base);

    public Answer Answer(string words, AnswerBuilder reply)
    {
        reply.Words = "";
        var facts = reply.Snapshot.Base.Facts;
        IEnumerable<Section> sections =
        [
            Of(VerificationStatus.Corrected, reply.CommandTexts["CorrectedHeading"]),
            Of(VerificationStatus.Disputed, reply.CommandTexts["DisputedHeading"]),
            Of(VerificationStatus.Unverified, reply.CommandTexts["UnverifiedHeading"]),
            Of(VerificationStatus.ConfirmedWithNuance, reply.CommandTexts["NuancedHeading"]),
        ];
        return reply.Answer(Outcome.Answered, reply.CommandTexts["Title"], YearSections.Divide(sections.Where(s => s.Facts.Length > 0), reply));

        Section Of(VerificationStatus status, string heading) => reply.Facts(heading, facts.Where(f => f.Status == status), withNotes: true);
    }

    /// <summary>A suggestion for this command; none where the base has nothing for it.</summary>
    internal static IEnumerable<FollowUp> Link(AnswerBuilder reply) =>
        HasAny(reply.Snapshot.Base) ? [reply.FollowUp(reply.TextsOf("corrections")["Title"], "corrections")] : [];

    private static bool HasAny(FactBase @base) => @base.Facts.Any(f => f.Status != VerificationStatus.Confirmed);
}
