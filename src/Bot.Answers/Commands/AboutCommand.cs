using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Facts.Model;

namespace Bot.Answers.Commands;

/// <summary><c>/about</c>: the content of the base, the day up to which it was verified, and its version.</summary>
internal sealed class AboutCommand : ICommand
{
    public string Name => "about";

    public IReadOnlyList<CommandParameter> Parameters { get; } = [];

    public Answer Answer(string words, AnswerBuilder reply)
    {
        var (texts, @base) = (reply.Texts, reply.Snapshot.Base);
        var counts = string.Join(texts.ListSeparator,
        [
            texts.Count("Facts", @base.Facts.Length),
            texts.Count("Events", @base.Events.Length),
            texts.Count("References", @base.Sources.Count(s => s.Kind == SourceKind.Reference)),
            texts.Count("Evidence", @base.Sources.Count(s => s.Kind == SourceKind.Evidence)),
            texts.Count("Parties", @base.Parties.Length),
        ]);
        var statuses = string.Join(texts.ListSeparator, Enum.GetValues<VerificationStatus>()
            .Where(status => @base.Facts.Any(f => f.Status == status))
            .Select(status => $"{texts.Status(status)} {@base.Facts.Count(f => f.Status == status)}"));
        return reply.Answer(
            Outcome.Answered,
            texts.About,
            [
                AnswerBuilder.Paragraphs(
                    null,
                    reply.CommandTexts["Base"],
                    texts.Field("AsOf", texts.Date(FactDate.Day(@base.AsOf))),
                    texts.Field("Version", @base.Version),
                    UiTexts.Format(reply.CommandTexts["Program"], ProgramVersion.Text),
                    counts,
                    statuses),
                AnswerBuilder.Paragraphs(null, reply.CommandTexts["Statuses"], reply.CommandTexts["Sources"]),
            ],
            [reply.FollowUp(texts.HelpTitle, "help"), reply.FollowUp(texts.Sources, "source")]);
    }
}
