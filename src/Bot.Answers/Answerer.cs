using System.Collections.Immutable;
using Bot.Answers.Buttons;
using Bot.Answers.Commands;
using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Rendering;
using Bot.Answers.Texts;
using Bot.Answers.Understanding;
using Bot.Facts.Model;

namespace Bot.Answers;

/// <summary>
/// Answers requests from the base. Safe for any number of threads: an answer is made from one version of the base,
/// whatever <see cref="SwitchToAsync"/> does meanwhile.
/// </summary>
public sealed class Answerer
{
    private readonly CommandCatalog _commands = CommandCatalog.Default;
    private volatile ServedBase _served;

    /// <summary>Answers from a base.</summary>
    public Answerer(FactBase @base)
    {
        ArgumentNullException.ThrowIfNull(@base);
        _served = new ServedBase(@base);
    }

    /// <summary>How many commands there are, listed or not.</summary>
    public static int CommandCount => CommandCatalog.Default.Count;

    /// <summary>Whether a command of that name is known.</summary>
    public bool IsCommand(string command) => _commands.Find(command) is not null;

    /// <summary>The version of the base that answers are made from now.</summary>
    public string Version => _served.Snapshot.Base.Version;

    /// <summary>Answers from another base, once its search is built; until then from the one before.</summary>
    /// <param name="base">The other base.</param>
    /// <param name="cancellation">Ends the wait, and the base before stays.</param>
    public async Task SwitchToAsync(FactBase @base, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(@base);
        var served = new ServedBase(@base);
        await served.Snapshot.Search.PrepareAsync().WaitAsync(cancellation).ConfigureAwait(false);
        _served = served;
    }

    /// <summary>
    /// Builds the search; done when it is built, and at once when it was built before. Wait for it before the first question: one that
    /// does not wait builds a search of its own, more slowly.
    /// </summary>
    /// <param name="cancellation">Ends the wait; the search is built all the same.</param>
    public Task WarmUpAsync(CancellationToken cancellation) => _served.Snapshot.Search.PrepareAsync().WaitAsync(cancellation);

    /// <summary>Answers what somebody typed: a command, or a question.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">The tag of the reader's language, as the platform gives it; English where it is none of the five.</param>
    public Answer Answer(string text, string language) => Answer(Request.Parse(text, language));

    /// <summary>Answers a request, whole: <see cref="Pager"/> cuts it. Whatever is wrong with the request is an answer too.</summary>
    public Answer Answer(Request request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var reply = _served.Build(Locales.FromTag(request.Language), request);
        var texts = reply.Texts;
        if (request.Error != RequestError.None)
        {
            return reply.Message(Outcome.Invalid, texts.InvalidRequestTitle, request.Error switch
            {
                RequestError.UnknownLanguage => UiTexts.Format(texts.LanguageUnknown, string.Join(", ", Languages.Tags)),
                RequestError.BadPage => texts.BadPage,
                _ => UiTexts.Format(texts.TooLong, Request.MaxLength),
            });
        }

        var command = _commands.Find(request.Command);
        return command is not null
            ? command.Answer(request.Arguments, reply)
            : reply.Message(Outcome.Invalid, texts.InvalidRequestTitle, texts.UnknownCommand, reply.FollowUp(texts.HelpTitle, "help"));
    }

    /// <summary>Answers a request as <see cref="Answer(Request)"/> does, but waits for the search where the answer may need it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask<Answer> AnswerAsync(Request request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_commands.Find(request.Command) is { Searches: true })
        {
            await WarmUpAsync(cancellation).ConfigureAwait(false);
        }

        return Answer(request);
    }

    /// <summary>The commands, in the order in which help lists them.</summary>
    /// <param name="language">The tag of the reader's language.</param>
    public ImmutableArray<CommandDescription> ListCommands(string language) => _commands.Describe(Locales.FromTag(language));

    /// <summary>The values that a command's parameter may take, given what has been typed of it: at most 25, the likeliest first.</summary>
    /// <param name="command">The command's name.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="typed">What has been typed, in any language and nearly any spelling; may be empty.</param>
    /// <param name="language">The tag of the reader's language.</param>
    public ImmutableArray<Completion> Complete(string command, string parameter, string typed, string language)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Length <= Request.MaxLength && _commands.Find(command) is { } known && known.Parameters.Any(p => p.Name == parameter)
            ? [.. known.Complete(parameter, typed, _served.Snapshot, Locales.FromTag(language)).DistinctBy(c => c.Value).Take(Completions.MaxChoices)]
            : [];
    }

    /// <summary>
    /// What somebody may want to ask who has typed so much: people, topics and facts, the likeliest first; without a word, where to begin.
    /// </summary>
    /// <param name="typed">What has been typed, in any language and nearly any spelling; may be empty.</param>
    /// <param name="language">The tag of the reader's language.</param>
    /// <param name="max">The most that are given.</param>
    public ImmutableArray<FollowUp> Suggest(string typed, string language, int max)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max);
        var reply = _served.Build(Locales.FromTag(language), new Request("ask", typed, language));
        return typed.Length <= Request.MaxLength ? [.. InlineSuggestions.For(typed, reply).DistinctBy(f => f.Request).Take(max)] : [];
    }

    /// <summary>A request in few bytes, for a button that needs no memory. It stays readable in other processes and later versions of the base.</summary>
    /// <param name="request">The request, best the one of an answer, which is short.</param>
    /// <param name="version">The version of the base that the button is made from: eight hexadecimal digits.</param>
    /// <param name="maxBytes">How many bytes of UTF-8 it may take.</param>
    /// <returns>Null when it takes more.</returns>
    public string? Encode(Request request, string version, int maxBytes)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(version);
        return _served.Snapshot.Codes.Value.Write(request, version, maxBytes);
    }

    /// <summary>What <see cref="Encode"/> wrote; null for anything else, and for what the base no longer holds.</summary>
    public DecodedRequest? Decode(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _served.Snapshot.Codes.Value.Read(code);
    }

    /// <summary>Whether a tag, as a platform gives it, names one of the five languages.</summary>
    public static bool SupportsLanguage(string? language) => Locales.TryFromTag(language) is not null;

    /// <summary>
    /// The tag of the language that a text is written in, for readers whose language no platform tells.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="preferred">The tag of the language to assume where the text leaves it open.</param>
    public static string DetectLanguage(string text, string preferred)
    {
        ArgumentNullException.ThrowIfNull(text);
        var locale = Locales.FromTag(preferred);
        return (LanguageDetector.Detect(text, locale) ?? locale).Tag();
    }

    // What is kept of a base goes with it.
    private sealed class ServedBase(FactBase @base)
    {
        private readonly CitationFormatter _citations = new();

        public BaseSnapshot Snapshot { get; } = new(@base);

        public AnswerBuilder Build(Locale locale, Request request) => new(Snapshot, _citations, locale, request);
    }
}
