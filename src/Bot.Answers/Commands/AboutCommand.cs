using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Facts.Model;

namespace Bot.Answers.Commands;

/// <summary><c>/about</c>: what the base holds, up to which day, and in which version.</summary>
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
            .Select(status => $"{texts.Status(status)} {@base.Facts.Count(f => f.Status == status)}"));
        return reply.Answer(
            Outcome.Answered,
            texts.About,
            [
                AnswerBuilder.Paragraphs(
                    null,
                    reply.Own["Base"],
                    texts.Field("AsOf", texts.Date(FactDate.Day(@base.AsOf))),
                    texts.Field("Version", @base.Version),
                    UiTexts.Format(reply.Own["Program"], ProgramVersion.Text),
                    counts,
                    statuses),
                AnswerBuilder.Paragraphs(null, reply.Own["Statuses"], reply.Own["Sources"]),
            ],
            [reply.FollowUp(texts.HelpTitle, "help"), reply.FollowUp(texts.Sources, "source")]);
    }
}
