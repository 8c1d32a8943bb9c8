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
            .. Count("References", SourceKind.Reference),
            .. Count("Evidence", SourceKind.Evidence),
            texts.Count("Parties", @base.Parties.Length),
        ]);
        var statuses = Enum.GetValues<VerificationStatus>().Where(status => @base.Facts.Any(f => f.Status == status)).ToList();
        return reply.Answer(
            Outcome.Answered,
            reply.BaseTexts.Name,
            [
                AnswerBuilder.Paragraphs(
                    null,
                    @base.Profile.About?[reply.Locale] ?? reply.CommandTexts["Base"],
                    reply.CommandTexts["Rules"],
                    texts.Field("AsOf", texts.Date(FactDate.Day(@base.AsOf))),
                    texts.Field("Version", @base.Version),
                    UiTexts.Format(reply.CommandTexts["Program"], ProgramVersion.Text),
                    counts,
                    string.Join(texts.ListSeparator, statuses.Select(status => $"{texts.Status(status)} {@base.Facts.Count(f => f.Status == status)}"))),
                AnswerBuilder.Paragraphs(null, [.. @base.Profile.Remarks.Select(r => r.Text[reply.Locale]), .. statuses.Select(status => reply.CommandTexts[$"Status{status}"]), .. Sources(reply)]),
            ],
            [reply.FollowUp(texts.HelpTitle, "help"), reply.FollowUp(texts.Sources, "source")]);

        IEnumerable<string> Count(string noun, SourceKind kind) => @base.Sources.Count(s => s.Kind == kind) is > 0 and var count ? [texts.Count(noun, count)] : [];
    }

    // What the base was made from and checked against, and what the labels of its sources mean.
    private static IEnumerable<string> Sources(AnswerBuilder reply)
    {
        var (sources, locale) = (reply.Snapshot.Base.Sources, reply.Locale);
        var articles = sources.Where(s => s.Kind == SourceKind.Article).SelectMany(s => (string?[])[s.Called?[locale] ?? s.Title, s.Licence?[locale]]).OfType<string>().ToList();
        var references = sources.Count(s => s.Kind == SourceKind.Reference);
        if (articles.Count > 0)
        {
            IEnumerable<string> all = references > 0 ? articles.Append(reply.Texts.Count("References", references)) : articles;
            yield return UiTexts.Format(reply.CommandTexts["Origin"], string.Join(reply.Texts.ListSeparator, all));
        }

        var hasEvidence = sources.Any(s => s.Kind == SourceKind.Evidence);
        if (hasEvidence || reply.Snapshot.Base.Profile.CheckedAgainst is not null)
        {
            yield return reply.Snapshot.Base.Profile.CheckedAgainst?[locale] ?? reply.CommandTexts["CheckedAgainst"];
        }

        if (references > 0)
        {
            yield return reply.CommandTexts["Numbers"];
        }

        if (hasEvidence)
        {
            yield return reply.CommandTexts["Letters"];
        }
    }
}
