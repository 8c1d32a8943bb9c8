using System.Collections.Immutable;
using Bot.Answers.Commands;
using Bot.Answers.Texts;
using Bot.Answers.Understanding;
using Bot.Facts;
using Bot.Facts.Model;

namespace Bot.Answers;

/// <summary>
/// Answers requests from the base. Safe for any number of threads: an answer is made from one version of the base,
/// whatever <see cref="Use"/> does meanwhile.
/// </summary>
public sealed class Answerer
{
    private readonly ImmutableArray<ICommand> _commands;
    private volatile Knowledge _knowledge;

    /// <summary>Answers from a base.</summary>
    public Answerer(FactBase @base)
    {
        ArgumentNullException.ThrowIfNull(@base);
        _knowledge = new Knowledge(@base);
        _commands =
        [
            new Ask(), new Timeline(), new Who(), new SourceCommand(), new Positions(), new Reactions(),
            new Corrections(), new FactCommand(), new Help(() => _commands), new About(),
        ];
    }

    /// <summary>The version of the base that answers are made from now.</summary>
    public string Version => _knowledge.Base.Version;

    /// <summary>Answers from another base from now on.</summary>
    public void Use(FactBase @base)
    {
        ArgumentNullException.ThrowIfNull(@base);
        _knowledge = new Knowledge(@base);
    }

    /// <summary>Answers what somebody typed: a command, or a question.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">The tag of the reader's language, as the platform gives it; English where it is none of the five.</param>
    public Answer Answer(string text, string language) => Answer(Request.Read(text, language));

    /// <summary>Answers a request. Whatever is wrong with it is an answer too.</summary>
    /// <param name="request">The request; its page is the one that is given.</param>
    /// <param name="pageSize">The most UTF-16 units of plain text that a page may have; by default all is one page.</param>
    public Answer Answer(Request request, int pageSize = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pageSize);
        var whole = Whole(request);
        return pageSize == int.MaxValue ? whole : Paging.Page(whole, request.Page, pageSize);
    }

    private Answer Whole(Request request)
    {
        var reply = new Reply(_knowledge, Locales.FromTag(request.Language));
        var texts = reply.Texts;
        if (request.Fault != RequestFault.None)
        {
            return reply.Plain(Outcome.Invalid, texts.FailedTitle, request.Fault switch
            {
                RequestFault.UnknownLanguage => Interface.Fill(texts.LanguageUnknown, string.Join(", ", Languages.Tags)),
                RequestFault.BadPage => texts.BadPage,
                _ => Interface.Fill(texts.TooLong, Request.MaxLength),
            });
        }

        var command = Command(request.Command);
        return command is not null
            ? command.Answer(request.Words, reply)
            : reply.Plain(Outcome.Invalid, texts.FailedTitle, texts.UnknownCommand, reply.FollowUp(texts.HelpTitle, "help"));
    }

    /// <summary>The commands, in the order in which help lists them.</summary>
    /// <param name="language">The tag of the reader's language.</param>
    public ImmutableArray<CommandDescription> Commands(string language)
    {
        var texts = Interface.In(Locales.FromTag(language).ToLanguage());
        return
        [
            .. _commands.Select(c => new CommandDescription(
                c.Name,
                texts.CommandHelp(c.Name),
                texts.CommandUsage(c.Name),
                [.. c.Parameters.Select(p => new ParameterDescription(p.Name, texts.ParameterHelp(c.Name, p.Name), p.IsRequired))])),
        ];
    }

    /// <summary>The values that a command's parameter may take, given what has been typed of it: at most 25, the likeliest first.</summary>
    /// <param name="command">The command's name.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="typed">What has been typed, in any language and nearly any spelling; may be empty.</param>
    /// <param name="language">The tag of the reader's language.</param>
    public ImmutableArray<Completion> Complete(string command, string parameter, string typed, string language)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Length <= Request.MaxLength && Command(command) is { } known
            ? [.. known.Complete(parameter, typed, _knowledge, Locales.FromTag(language)).DistinctBy(c => c.Value).Take(Completions.Most)]
            : [];
    }

    /// <summary>
    /// The tag of the language that a text is written in, for readers whose language no platform tells.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="preferred">The tag of the language to assume where the text leaves it open.</param>
    public static string LanguageOf(string text, string preferred)
    {
        ArgumentNullException.ThrowIfNull(text);
        var locale = Locales.FromTag(preferred);
        return (LanguageGuess.Of(text, locale) ?? locale).Tag();
    }

    private ICommand? Command(string name) => _commands.FirstOrDefault(c => c.Name == name);
}
