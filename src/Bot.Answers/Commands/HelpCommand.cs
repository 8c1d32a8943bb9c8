using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Answers.Understanding;
using Bot.Facts.Model;

namespace Bot.Answers.Commands;

/// <summary><c>/help [command]</c>: what can be asked, and how.</summary>
internal sealed class HelpCommand(Func<IReadOnlyList<ICommand>> commands) : ICommand
{
    public string Name => "help";

    public IReadOnlyList<CommandParameter> Parameters { get; } = [new("command")];

    public Answer Answer(string words, AnswerBuilder reply)
    {
        var texts = reply.Texts;
        var one = commands().FirstOrDefault(c => c.Name.Equals(words.TrimStart('/'), StringComparison.OrdinalIgnoreCase));
        if (one is not null)
        {
            return reply.Answer(Outcome.Answered, "/" + one.Name,
            [
                AnswerBuilder.Paragraphs(null, texts.Command(one.Name).Help, texts.Command(one.Name).Usage),
                .. one.Parameters.Select(p => AnswerBuilder.Paragraphs(p.Name, texts.Command(one.Name).ParameterHelp(p.Name))),
            ]);
        }

        return reply.Answer(
            Outcome.Answered,
            texts.HelpTitle,
            [
                AnswerBuilder.Paragraphs(null, reply.Own["Intro"]),
                AnswerBuilder.Paragraphs(null, [.. commands().Select(c => $"{texts.Command(c.Name).Usage} — {texts.Command(c.Name).Help}")]),
                AnswerBuilder.Paragraphs(null, reply.Own["LanguageOption"]),
            ],
            [reply.FollowUp(texts.TimelineTitle, "timeline"), reply.FollowUp(texts.CorrectionsTitle, "corrections"), reply.FollowUp(texts.About, "about")]);
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, BaseSnapshot knowledge, Locale locale)
    {
        var texts = UiTexts.In(locale.ToLanguage());
        var begun = typed.TrimStart('/');
        return commands()
            .Where(c => c.Name.StartsWith(begun, StringComparison.OrdinalIgnoreCase) || texts.Command(c.Name).Name.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
            .Select(c => new Completion(c.Name, "/" + c.Name));
    }
}
