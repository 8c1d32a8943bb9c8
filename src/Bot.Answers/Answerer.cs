using System.Collections.Immutable;
using Bot.Answers.Buttons;
using Bot.Answers.Commands;
using Bot.Answers.Composing;
using Bot.Answers.Conversation;
using Bot.Answers.Explaining;
using Bot.Answers.Model;
using Bot.Answers.Reading;
using Bot.Answers.Rendering;
using Bot.Answers.Texts;
using Bot.Facts.Model;
using Bot.Search.Text;
using Bot.Search.Vectors;

namespace Bot.Answers;

/// <summary>
/// Answers requests from the base. Safe for any number of threads: each answer comes from one version of the base,
/// even if <see cref="SwitchToAsync"/> runs at the same time.
/// </summary>
public sealed class Answerer
{
    private readonly CommandCatalog _commands = CommandCatalog.Default;
    private readonly AnswerSignals _signals;
    private readonly IClassifierCache? _cache;
    private volatile ServedBase _served;

    /// <summary>Creates an answerer for a base.</summary>
    /// <param name="base">The base.</param>
    /// <param name="signals">The signals by which facts are ranked and questions refused.</param>
    /// <param name="cache">Holds the trained classifier between starts; null for none.</param>
    public Answerer(FactBase @base, AnswerSignals signals = AnswerSignals.All, IClassifierCache? cache = null)
    {
        ArgumentNullException.ThrowIfNull(@base);
        (_signals, _cache) = (signals, cache);
        _served = new ServedBase(@base, signals);
    }

    /// <summary>Why questions are matched by their words alone: the table of word vectors beside the program is missing or is a different one. Null when there is no problem.</summary>
    public static string? VectorProblem => BundledVectors.Problem;

    /// <summary>The number of commands, including unlisted ones.</summary>
    public static int CommandCount => CommandCatalog.Default.Count;

    /// <summary>The name of the command that a user means; null when there is none.</summary>
    /// <param name="name">The command's name, or its name in any of the five languages; in lower case.</param>
    public static string? CommandNamed(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return CommandCatalog.Default.Find(name)?.Name;
    }

    /// <summary>Whether a message asks something, rather than comments on an answer.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsQuestion(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = CompatibilityForms.Normalize(text);
        return QuestionForm.IsQuestion(text) || ProofRequest.Is(text);
    }

    /// <summary>Whether there is a command with a name.</summary>
    public bool IsCommand(string command) => _commands.Find(command) is not null;

    /// <summary>Parses the text that a user typed, as <see cref="Request.Parse"/> does, with commands by their names in any of the five languages.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">The tag of the reader's language, used unless the text asks for another.</param>
    public static Request Parse(string text, string language)
    {
        var request = Request.Parse(text, language);
        return CommandNamed(request.Command) is { } name ? request with { Command = name } : request;
    }

    /// <summary>The version of the base that currently answers requests.</summary>
    public string Version => _served.Snapshot.Base.Version;

    /// <summary>Switches to another base once its search is built. Until then the current base answers.</summary>
    /// <param name="base">The new base.</param>
    /// <param name="cancellation">Ends the wait; the current base stays.</param>
    public async Task SwitchToAsync(FactBase @base, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(@base);
        var served = new ServedBase(@base, _signals);
        await served.Snapshot.PrepareAsync(_cache).WaitAsync(cancellation).ConfigureAwait(false);
        Interlocked.Exchange(ref _served, served).Replaced.TrySetResult();
    }

    /// <summary>Waits until a base other than a certain one answers requests, for adapters that publish texts of the base.</summary>
    /// <param name="version">The version of the base whose texts are published.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task WaitForOtherBaseAsync(string version, CancellationToken cancellation)
    {
        var served = _served;
        return served.Snapshot.Base.Version == version ? served.Replaced.Task.WaitAsync(cancellation) : Task.CompletedTask;
    }

    /// <summary>
    /// Builds the search. Completes when it is built, or immediately if it already was. Await this before the first question: a question
    /// that does not wait builds its own search, which is slower.
    /// </summary>
    /// <param name="cancellation">Ends the wait; the search is still built.</param>
    public Task WarmUpAsync(CancellationToken cancellation) => _served.Snapshot.PrepareAsync(_cache).WaitAsync(cancellation);

    /// <summary>Writes the classifier of the current base to the cache, unless it came from there. Called once the search is built and answers, because writing takes its time.</summary>
    /// <exception cref="IOException">The cache cannot be written: the next start trains again.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public void SaveClassifier()
    {
        if (_cache is not null)
        {
            _served.Snapshot.Search.SaveClassifier(_cache);
        }
    }

    /// <summary>Answers a text that a user typed: a command, or a question.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">The tag of the reader's language, as the platform gives it; English if it is none of the five.</param>
    public Answer Answer(string text, string language) => Answer(Parse(text, language));

    /// <summary>Answers a request with the whole answer, which <see cref="Pager"/> splits into pages. An invalid request gets an answer that explains the error.</summary>
    /// <param name="request">The request.</param>
    /// <param name="input">How the reader gives commands.</param>
    public Answer Answer(Request request, CommandInput input = CommandInput.Typed)
    {
        ArgumentNullException.ThrowIfNull(request);
        request = Normalize(request);
        return Answer(request, _served.Build(request.Language, request, input));
    }

    /// <summary>Explains how the current base answers a question, for curators.</summary>
    /// <param name="question">A question; not a command.</param>
    /// <param name="language">The tag of the reader's language.</param>
    public Explanation Explain(string question, string language)
    {
        ArgumentNullException.ThrowIfNull(question);
        var served = _served;
        var request = Normalize(new Request("ask", question, language));
        var reply = served.Build(language, request);

        // The answer comes first: it restores what was meant to be typed.
        var answer = Answer(request, reply);
        return served.Explainer.Explain(reply.Question, answer);
    }

    private static Request Normalize(Request request) =>
        request with { Command = CommandNamed(request.Command) ?? request.Command, Arguments = CompatibilityForms.Normalize(request.Arguments) };

    private Answer Answer(Request request, AnswerBuilder reply)
    {
        var texts = reply.Texts;
        if (request.Error != RequestError.None)
        {
            return reply.Message(Outcome.Invalid, texts.InvalidRequestTitle, request.Error switch
            {
                RequestError.UnknownLanguage => UiTexts.Format(texts.LanguageUnknown, string.Join(", ", reply.Snapshot.Base.Languages.Select(l => l.Tag()))),
                RequestError.BadPage => texts.BadPage,
                _ => UiTexts.Format(texts.TooLong, Request.MaxLength),
            });
        }

        var command = _commands.Find(request.Command);
        return command is null ? reply.Message(Outcome.Invalid, texts.UnknownCommandTitle, texts.UnknownCommand, reply.FollowUp(texts.HelpTitle, "help"))
            : command.Parameters.Count > 0 && OtherLanguage.IsUnreadable(request.Arguments) ? TalkCommand.Languages(reply)
            : command.IsOffered(reply.Snapshot.Base) ? command.Answer(request.Arguments, reply)
            : reply.Message(Outcome.Unknown, texts.NotInBaseTitle, reply.CommandTexts["NotOffered"], reply.FollowUp(texts.HelpTitle, "help"));
    }

    /// <summary>Like <see cref="Answer(Request, CommandInput)"/>, but waits for the search if the answer may need it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="input">How the reader gives commands.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask<Answer> AnswerAsync(Request request, CommandInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_commands.Find(request.Command) is { Searches: true })
        {
            await WarmUpAsync(cancellation).ConfigureAwait(false);
        }

        return Answer(request, input);
    }

    /// <summary>The commands that the current base has something for, in the order in which help lists them.</summary>
    /// <param name="language">The tag of the reader's language.</param>
    public ImmutableArray<CommandDescription> ListCommands(string language) => _commands.Describe(_served.Snapshot.Base, _served.LocaleOf(language));

    /// <summary>The names of all commands on platforms with localized names, by their names.</summary>
    /// <param name="language">The tag of the reader's language.</param>
    public static IReadOnlyDictionary<string, string> LocalNames(string language) => CommandCatalog.Default.LocalNames(Locales.FromTag(language));

    /// <summary>The bot's description and short description, of at most 512 and 120 UTF-16 units.</summary>
    /// <param name="language">The tag of the reader's language.</param>
    public (string Full, string Short) Describe(string language)
    {
        var texts = new BaseTexts(_served.Snapshot.Base, _served.LocaleOf(language));
        return (texts.Description, texts.ShortDescription);
    }

    /// <summary>Asks for a question, with an example from the current base.</summary>
    /// <param name="language">The tag of the reader's language.</param>
    public string AskPrompt(string language) => new BaseTexts(_served.Snapshot.Base, _served.LocaleOf(language)).AskPrompt;

    /// <summary>The tags of the languages that the current base is written in.</summary>
    public ImmutableArray<string> LanguageTags => [.. _served.Snapshot.Base.Languages.Select(l => l.Tag())];

    /// <summary>
    /// The values of a command's parameter that complete the text typed so far: at most 25 of at most 100 UTF-16 units, the most likely
    /// first. If there are more, the last label says how many.
    /// </summary>
    /// <param name="command">The command's name.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="typed">The text typed so far, in any language and almost any spelling; may be empty.</param>
    /// <param name="language">The tag of the reader's language.</param>
    public ImmutableArray<Completion> Complete(string command, string parameter, string typed, string language)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Length <= Request.MaxLength && _commands.Find(command) is { } known && known.IsOffered(_served.Snapshot.Base) && known.Parameters.Any(p => p.Name == parameter)
            ? [.. Completions.Limit(known.Complete(parameter, CompatibilityForms.Normalize(typed), _served.Snapshot, _served.LocaleOf(language)), _served.LocaleOf(language))]
            : [];
    }

    /// <summary>Suggested requests for the text typed so far: people, topics and facts, the most likely first. An empty text gets requests to start with.</summary>
    /// <param name="typed">The text typed so far, in any language and almost any spelling; may be empty.</param>
    /// <param name="language">The tag of the reader's language.</param>
    /// <param name="max">The maximum number of suggestions.</param>
    public ImmutableArray<FollowUp> Suggest(string typed, string language, int max)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max);
        var reply = _served.Build(language, new Request("ask", typed, language));
        return typed.Length <= Request.MaxLength ? [.. InlineSuggestions.For(CompatibilityForms.Normalize(typed), reply).DistinctBy(f => f.Request).Take(max)] : [];
    }

    /// <summary>Encodes a request compactly for a button, so that the bot keeps no state. Other processes and later versions of the base can decode it.</summary>
    /// <param name="request">The request, preferably that of an answer, which is short.</param>
    /// <param name="version">The version of the base that the button comes from: eight hexadecimal digits.</param>
    /// <param name="maxBytes">The maximum length in bytes of UTF-8.</param>
    /// <returns>The code; null when it would be longer.</returns>
    public string? Encode(Request request, string version, int maxBytes)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(version);
        return _served.Snapshot.Codes.Value.Write(request, version, maxBytes);
    }

    /// <summary>Decodes what <see cref="Encode"/> returned; null for anything else, and for ids that the base no longer has.</summary>
    public DecodedRequest? Decode(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _served.Snapshot.Codes.Value.Read(code);
    }

    /// <summary>The ids of the facts that the answer to a button's request shows, for <see cref="Request.FollowsUp"/>; empty for a request that names no facts.</summary>
    /// <param name="request">The request of a button.</param>
    public ImmutableArray<string> FactsOf(Request request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Command == Request.Overview)
        {
            return [.. OverviewCommand.FactsOf(request.Arguments, _served.Snapshot.Base).Select(f => f.Id)];
        }

        if (request.Command is not ("ask" or "fact" or Request.Closest))
        {
            return [];
        }

        // The facts that are shown come first, each with the comparisons of its values.
        var shown = request.Arguments.Split(' ').TakeWhile(word => _served.Snapshot.Base.FindFact(word) is not null || ValueComparison.Parse(word) is not null);
        return [.. shown.Where(word => _served.Snapshot.Base.FindFact(word) is not null)];
    }

    /// <summary>Whether a tag, as a platform gives it, names one of the five languages.</summary>
    public static bool SupportsLanguage(string? language) => Locales.TryFromTag(language) is not null;

    /// <summary>The tag of the language that a text is written in, for readers whose platform does not report a language.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="preferred">The tag of the language to assume if the text could be in more than one.</param>
    public static string DetectLanguage(string text, string preferred)
    {
        ArgumentNullException.ThrowIfNull(text);
        var locale = Locales.FromTag(preferred);
        return (LanguageDetector.Detect(CompatibilityForms.Normalize(text), locale) ?? locale).Tag();
    }
}
