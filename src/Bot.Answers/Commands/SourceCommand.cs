using System.Collections.Immutable;
using System.Globalization;
using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Scoring;
using Bot.Answers.Texts;
using Bot.Answers.Understanding;
using Bot.Facts.Model;
using Bot.Search.Ranking;
using Bot.Search.Text;

namespace Bot.Answers.Commands;

/// <summary><c>/source [footnote, fact or words]</c>: a reference with all its data and the facts that cite it, or the sources of a fact.</summary>
internal sealed class SourceCommand : ICommand
{
    private const int MaxSuggestions = 5;

    public string Name => "source";

    public bool Searches => true;

    public IReadOnlyList<CommandParameter> Parameters { get; } = [new("source")];

    public Answer Answer(string words, AnswerBuilder reply)
    {
        var @base = reply.Snapshot.Base;
        if (Folding.Fold(words).Length == 0)
        {
            return All(reply);
        }

        if (FootnoteNumber(words) is { } number)
        {
            return @base.FindFootnote(number) is { } reference ? One(reference, reply) : NotFound(reply);
        }

        var id = words.ToLowerInvariant();
        if (@base.FindSource(id) is { } source)
        {
            return One(source, reply);
        }

        return @base.FindFact(id) is { } fact ? FactCommand.FullAnswer(fact, reply) : ByWords(words, reply);
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, BaseSnapshot snapshot, Locale locale)
    {
        var folded = Folding.Fold(typed);
        var number = FootnoteNumber(typed);
        return snapshot.Base.Sources
            .Where(s => s.Kind != SourceKind.Evidence || !snapshot.Base.HasReferences)
            .OrderBy(s => number is not null && s.Footnote == number ? 0 : 1)
            .Select(s => new Completion(
                Number(s),
                s.Footnote is { } number ? $"[{number}] {Label(s)}" : Label(s)))
            .Where(c => Folding.Fold(c.Label).Contains(folded, StringComparison.Ordinal));
    }

    // 10, [10], #10, １０, or 10.3 in the article's list: only digits, with the punctuation of footnotes.
    private static int? FootnoteNumber(string words)
    {
        var numbers = Folding.Fold(words).Split(Folding.Separator);
        return Array.TrueForAll(numbers, n => n.All(char.IsAsciiDigit))
            && int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static Answer ByWords(string words, AnswerBuilder reply)
    {
        var snapshot = reply.Snapshot;
        Span<SearchHit> hits = stackalloc SearchHit[MaxSuggestions];
        hits = hits[..snapshot.Sources.Search(words, hits)];
        var likely = new List<Source>();
        foreach (var hit in hits)
        {
            if (hit.Coverage >= AnswerTuning.MinSourceCoverage)
            {
                likely.Add(snapshot.Base.Sources[hit.Document]);
            }
        }

        if (likely.Count == 1)
        {
            return One(likely[0], reply);
        }

        if (likely.Count > 1)
        {
            return reply.Message(
                Outcome.Suggested,
                reply.Texts.Sources,
                reply.CommandTexts["Ambiguous"],
                likely.Select(s => reply.FollowUp(ShortName(s), "source", Number(s))));
        }

        var facts = snapshot.Search.FindAnswers(words);
        return facts.Count > 0 ? FactCommand.FullAnswer(facts[0], reply) : NotFound(reply);
    }

    // The source's name in requests: its footnote number, which readers know, or else its id.
    private static string Number(Source source) => source.Footnote?.ToString(CultureInfo.InvariantCulture) ?? source.Id;

    private static string Label(Source source) =>
        source is { Title: { } title, Publisher: { } publisher } ? $"{title} ({publisher})" : source.Title ?? source.Publisher ?? source.Id;

    private static string ShortName(Source source) =>
        source.Footnote is { } number ? $"[{number}] {source.Publisher ?? source.Title}" : source.Publisher ?? source.Id;

    private static Answer NotFound(AnswerBuilder reply) => reply.Message(
        Outcome.Unknown,
        reply.Texts.NotInBaseTitle,
        UiTexts.Format(reply.CommandTexts["NotFound"], reply.Snapshot.Base.Sources.Max(s => s.Footnote)),
        reply.FollowUp(reply.Texts.Sources, "source"));

    private static Answer All(AnswerBuilder reply)
    {
        reply.Words = "";
        var sources = reply.Snapshot.Base.Sources;
        var listed = reply.Snapshot.Base.HasReferences ? SourceKind.Reference : SourceKind.Evidence;
        foreach (var source in sources.Where(s => s.Kind == listed))
        {
            reply.Cite(source);
        }

        var article = sources.Where(s => s.Kind == SourceKind.Article).Select(s => Address(reply.Citation(s, "").Text, s.Url));
        var intro = UiTexts.Format(reply.CommandTexts["Empty"], sources.Max(s => s.Footnote));
        return reply.Answer(Outcome.Answered, reply.Texts.Sources, [AnswerBuilder.Paragraphs(null, [.. article, intro])]);
    }

    private static string Address(string text, string? address) => address is null ? text : $"{text} {address}";

    private static Answer One(Source source, AnswerBuilder reply)
    {
        var texts = reply.Texts;
        reply.Words = Number(source);
        var title = source.Kind switch
        {
            SourceKind.Article => texts.NameOf(source),
            SourceKind.Reference => texts.Field("Footnote", source.Footnote!.Value.ToString(CultureInfo.InvariantCulture)),
            _ => reply.CommandTexts["EvidencePage"],
        };
        var sections = new List<Section> { new(null, Data(source, reply), []) };
        if (source.Copies.Length > 0)
        {
            var copies = source.Copies.Select(id => reply.Snapshot.Base.FindSource(id)!).ToList();
            sections[0] = sections[0] with
            {
                Paragraphs = sections[0].Paragraphs.Add(texts.Field("Copies", string.Join(texts.ListSeparator, copies.Select(c => $"{c.Publisher} [{reply.Cite(c)}]")))),
            };
        }

        if (source.Defects.Length > 0)
        {
            sections.Add(new(reply.CommandTexts["Defects"], [.. source.Defects.Select(d => d[reply.Locale])], []));
        }

        var facts = reply.Snapshot.Base.FactsCiting(source).ToList();
        if (facts.Count > 0)
        {
            sections.Add(reply.Facts(reply.CommandTexts["Facts"], facts));
        }

        if (source.Kind != SourceKind.Article)
        {
            reply.Cite(source);
        }

        return reply.Answer(Outcome.Answered, title, YearSections.Divide(sections, reply), facts.Take(3).Select(reply.LinkToFact)) with { IsWhole = true };
    }

    private static ImmutableArray<string> Data(Source source, AnswerBuilder reply)
    {
        var texts = reply.Texts;
        var data = new List<string>();
        if (source.Title is { } title)
        {
            data.Add(texts.Field("Title", title));
        }

        if (source.Publisher is { } publisher)
        {
            data.Add(texts.Field("Publisher", publisher));
        }

        if (source.Author is { } author)
        {
            data.Add(texts.Field("Author", author));
        }

        if (source.Agency is { } agency)
        {
            data.Add(texts.Field("Agency", agency));
        }

        AddDay(source.Published, day => texts.Field("Published", day));
        if (source.Kind == SourceKind.Reference)
        {
            AddDay(source.Accessed, day => texts.Field("Accessed", day));
            data.Add(texts.Field("Archived", source.Archived is { } archived ? texts.Date(FactDate.Day(archived)) : reply.CommandTexts["NotArchived"]));
        }

        if (source.Licence is { } licence)
        {
            data.Add(texts.Field("Licence", licence[reply.Locale]));
        }

        data.Add(texts.Field("Language", source.Language));
        data.Add(texts.Field("Address", source.Url is { } address ? Uri.UnescapeDataString(address) : reply.CommandTexts["NoAddress"]));
        return [.. data];

        void AddDay(DateOnly? day, Func<string, string> field)
        {
            if (day is { } known)
            {
                data.Add(field(texts.Date(FactDate.Day(known))));
            }
        }
    }
}
