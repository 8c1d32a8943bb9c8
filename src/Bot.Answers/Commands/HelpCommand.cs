using System.Collections.Immutable;
using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Understanding;
using Bot.Facts.Model;

namespace Bot.Answers.Commands;

/// <summary><c>/help [command]</c>: what can be asked, and how.</summary>
/// <param name="list">Gives the commands that it explains, in their order.</param>
internal sealed class HelpCommand(Func<Locale, ImmutableArray<CommandDescription>> list) : ICommand
{
    public string Name => "help";

    public IReadOnlyList<CommandParameter> Parameters { get; } = [new("command")];

    public Answer Answer(string words, AnswerBuilder reply)
    {
        var texts = reply.Texts;
        var commands = list(reply.Locale);
        var one = commands.FirstOrDefault(c => c.Name.Equals(words.TrimStart('/'), StringComparison.OrdinalIgnoreCase));
        if (one is not null)
        {
            return reply.Answer(Outcome.Answered, "/" + one.Name,
            [
                AnswerBuilder.Paragraphs(null, one.Help, one.Usage),
                .. one.Parameters.Select(p => AnswerBuilder.Paragraphs(p.Name, p.Help)),
            ]);
        }

        return reply.Answer(
            Outcome.Answered,
            texts.HelpTitle,
            [
                AnswerBuilder.Paragraphs(null, reply.Own["Intro"]),
                AnswerBuilder.Paragraphs(null, [.. commands.Select(c => $"{c.Usage} — {c.Help}")]),
                AnswerBuilder.Paragraphs(null, reply.Own["LanguageOption"]),
            ],
            [reply.FollowUp(texts.TimelineTitle, "timeline"), reply.FollowUp(texts.CorrectionsTitle, "corrections"), reply.FollowUp(texts.About, "about")]);
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, BaseSnapshot knowledge, Locale locale)
    {
        var begun = typed.TrimStart('/');
        return list(locale)
            .Where(c => c.Name.StartsWith(begun, StringComparison.OrdinalIgnoreCase) || c.LocalName.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
            .Select(c => new Completion(c.Name, "/" + c.Name));
    }
}
