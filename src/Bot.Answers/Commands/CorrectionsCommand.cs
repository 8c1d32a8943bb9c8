using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Answers.Commands;

/// <summary><c>/corrections</c>: where the article and the record differ.</summary>
internal sealed class CorrectionsCommand : ICommand
{
    public string Name => "corrections";

    public IReadOnlyList<CommandParameter> Parameters { get; } = [];

    public Answer Answer(string words, AnswerBuilder reply)
    {
        reply.Words = "";
        var facts = reply.Snapshot.Base.Facts;
        IEnumerable<Section> sections =
        [
            Of(VerificationStatus.Corrected, reply.CommandTexts["CorrectedHeading"]),
            Of(VerificationStatus.Unverified, reply.CommandTexts["UnverifiedHeading"]),
            Of(VerificationStatus.ConfirmedWithNuance, reply.CommandTexts["NuancedHeading"]),
        ];
        return reply.Answer(Outcome.Answered, reply.Texts.CorrectionsTitle, sections.Where(s => s.Facts.Length > 0));

        Section Of(VerificationStatus status, string heading) => reply.Facts(heading, facts.Where(f => f.Status == status), withNotes: true);
    }
}
