using System.Collections.Immutable;
using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Answers.Understanding;
using Bot.Facts.Model;

namespace Bot.Answers.Commands;

/// <summary><c>/help [command]</c>: the commands and how to use them.</summary>
/// <param name="list">Returns the commands that it explains, in order.</param>
internal sealed class HelpCommand(Func<FactBase, Locale, ImmutableArray<CommandDescription>> list) : ICommand
{
    public string Name => "help";

    public IReadOnlyList<CommandParameter> Parameters { get; } = [new("command")];

    public Answer Answer(string words, AnswerBuilder reply)
    {
        var texts = reply.Texts;
        var commands = list(reply.Snapshot.Base, reply.Locale);
        var name = words.TrimStart('/');
        var described = commands.FirstOrDefault(c => IsCalled(c, name));
        if (described is not null)
        {
            return reply.Answer(Outcome.Answered, "/" + described.Name,
            [
                AnswerBuilder.Paragraphs(null, described.Help, described.Usage + (reply.Input == CommandInput.Form ? $" [{texts.PrivateName}]" : "")),
                .. described.Parameters.Select(p => AnswerBuilder.Paragraphs(p.LocalName, p.Help)),
                .. reply.Input == CommandInput.Form ? [AnswerBuilder.Paragraphs(texts.PrivateName, texts.Private)] : (IEnumerable<Section>)[],
            ]);
        }

        return reply.Answer(
            Outcome.Answered,
            texts.HelpTitle,
            [
                AnswerBuilder.Paragraphs(null, reply.CommandTexts["Intro"]),
                AnswerBuilder.Paragraphs(null, [.. commands.Select(c => $"{c.Usage} — {c.Help}")]),
                .. reply.Input == CommandInput.Form ? [FormOptions(reply)] : LanguageOption(reply),
            ],
            [reply.FollowUp(texts.TimelineTitle, "timeline"), .. CorrectionsCommand.Link(reply), reply.FollowUp(texts.About, "about")]);
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, BaseSnapshot snapshot, Locale locale)
    {
        var prefix = typed.TrimStart('/');
        return list(snapshot.Base, locale)
            .Where(c => c.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) || c.LocalName.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .Select(c => new Completion(c.Name, "/" + c.Name));
    }

    private static bool IsCalled(CommandDescription command, string name) =>
        command.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || command.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);

    // What a form has beside the parameters of its command; it takes no lang: option.
    private static Section FormOptions(AnswerBuilder reply) => AnswerBuilder.Paragraphs(
        null,
        UiTexts.Format(reply.CommandTexts["PrivateOption"], reply.Texts.PrivateName),
        UiTexts.Format(reply.CommandTexts["MessageCommand"], reply.Texts.CheckMessage));

    // A base in one language has nothing to choose from.
    private static IEnumerable<Section> LanguageOption(AnswerBuilder reply)
    {
        var languages = reply.Snapshot.Base.Languages.Select(l => $"lang:{l.Tag()}").ToList();
        return languages.Count > 1 ? [AnswerBuilder.Paragraphs(null, UiTexts.Format(reply.CommandTexts["LanguageOption"], string.Join(reply.Texts.ListSeparator, languages)))] : [];
    }
}
