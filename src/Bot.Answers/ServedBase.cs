using Bot.Answers.Composing;
using Bot.Answers.Explaining;
using Bot.Answers.Model;
using Bot.Answers.Understanding;
using Bot.Facts.Model;

namespace Bot.Answers;

/// <summary>A base with its caches, so that both are replaced together.</summary>
internal sealed class ServedBase
{
    private readonly CitationFormatter _citations = new();
    private readonly CardFormatter _cards;

    /// <summary>Groups a base with empty caches.</summary>
    /// <param name="base">The base.</param>
    /// <param name="signals">The signals by which facts are ranked.</param>
    public ServedBase(FactBase @base, AnswerSignals signals)
    {
        Snapshot = new BaseSnapshot(@base, signals);
        Explainer = new Explainer(Snapshot);
        _cards = new CardFormatter(Snapshot, _citations);
    }

    /// <summary>The base with its indexes.</summary>
    public BaseSnapshot Snapshot { get; }

    /// <summary>Explains its answers.</summary>
    public Explainer Explainer { get; }

    /// <summary>Completes when another base takes its place.</summary>
    public TaskCompletionSource Replaced { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The locale in which a reader gets answers.</summary>
    /// <param name="language">The tag of the reader's language.</param>
    public Locale LocaleOf(string language) => Snapshot.Base.ServedLocale(Locales.FromTag(language));

    /// <summary>Starts an answer.</summary>
    /// <param name="language">The tag of the reader's language.</param>
    /// <param name="request">The request.</param>
    /// <param name="input">How the reader gives commands.</param>
    public AnswerBuilder Build(string language, Request request, CommandInput input = CommandInput.Typed) => new(Snapshot, _cards, _citations, LocaleOf(language), request, input);
}
