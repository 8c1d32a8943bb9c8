using System.Collections.Immutable;
using System.Globalization;
using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Answers.Understanding;
using Bot.Facts.Model;
using Bot.Search.Index;
using Bot.Search.Text;

namespace Bot.Answers.Commands;

/// <summary><c>/source [footnote, fact or words]</c>: a reference with all its data and what stands on it, or what is behind a fact.</summary>
internal sealed class SourceCommand : ICommand
{
    // A title or publisher of which the words hold less is not the one that is meant.
    private const float LeastCoverage = 0.5f;
    private const int MostSuggestions = 5;

    public string Name => "source";

    public bool Searches => true;

    public IReadOnlyList<CommandParameter> Parameters { get; } = [new("source")];

    public Answer Answer(string words, Reply reply)
    {
        var @base = reply.Knowledge.Base;
        if (Folding.Fold(words).Length == 0)
        {
            return All(reply);
        }

        if (FootnoteNumber(words) is { } number)
        {
            return @base.Footnote(number) is { } reference ? One(reference, reply) : NotFound(reply);
        }

        var id = words.ToLowerInvariant();
        if (@base.Source(id) is { } source)
        {
            return One(source, reply);
        }

        return @base.Fact(id) is { } fact ? FactCommand.Whole(fact, reply) : ByWords(words, reply);
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, Knowledge knowledge, Locale locale)
    {
        var folded = Folding.Fold(typed);
        return knowledge.Base.Sources
            .Where(s => s.Kind != SourceKind.Evidence)
            .Select(s => new Completion(
                Number(s),
                s.Footnote is { } number ? $"[{number}] {s.Title} ({s.Publisher})" : $"{s.Title} ({s.Publisher})"))
            .Where(c => Folding.Fold(c.Label).Contains(folded, StringComparison.Ordinal));
    }

    // 10, [10], #10, １０, 10.3 of the article's list: only digits with the signs that footnotes are written in.
    private static int? FootnoteNumber(string words)
    {
        var numbers = Folding.Fold(words).Split(Folding.Separator);
        return Array.TrueForAll(numbers, n => n.All(char.IsAsciiDigit))
            && int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static Answer ByWords(string words, Reply reply)
    {
        var knowledge = reply.Knowledge;
        Span<SearchHit> hits = stackalloc SearchHit[MostSuggestions];
        hits = hits[..knowledge.Sources.Search(words, hits)];
        var likely = new List<Source>();
        foreach (var hit in hits)
        {
            if (hit.Coverage >= LeastCoverage)
            {
                likely.Add(knowledge.Base.Sources[hit.Document]);
            }
        }

        if (likely.Count == 1)
        {
            return One(likely[0], reply);
        }

        if (likely.Count > 1)
        {
            return reply.Plain(
                Outcome.Suggested,
                reply.Texts.Sources,
                reply.Texts.SourceUnknown,
                likely.Select(s => reply.FollowUp(ShortName(s), "source", Number(s))));
        }

        var facts = Ask.Find(words, knowledge);
        return facts.Count > 0 ? FactCommand.Whole(facts[0], reply) : NotFound(reply);
    }

    // What a request calls it: its footnote, which readers know, else its id.
    private static string Number(Source source) => source.Footnote?.ToString(CultureInfo.InvariantCulture) ?? source.Id;

    private static string ShortName(Source source) =>
        source.Footnote is { } number ? $"[{number}] {source.Publisher ?? source.Title}" : source.Publisher ?? source.Id;

    private static Answer NotFound(Reply reply) => reply.Plain(
        Outcome.Unknown,
        reply.Texts.NothingKnownTitle,
        Interface.Fill(reply.Texts.SourceEmpty, reply.Knowledge.Base.Sources.Max(s => s.Footnote)),
        reply.FollowUp(reply.Texts.Sources, "source"));

    private static Answer All(Reply reply)
    {
        reply.Words = "";
        foreach (var source in reply.Knowledge.Base.Sources.Where(s => s.Kind == SourceKind.Reference))
        {
            reply.Label(source);
        }

        var article = reply.Knowledge.Base.Sources.Where(s => s.Kind == SourceKind.Article)
            .Select(s => Address(reply.Citation(s, "").Text, s.Address));
        var intro = Interface.Fill(reply.Texts.SourceEmpty, reply.Knowledge.Base.Sources.Max(s => s.Footnote));
        return reply.Answer(Outcome.Answered, reply.Texts.Sources, [Reply.Paragraphs(null, [.. article, intro])]);
    }

    private static string Address(string text, string? address) => address is null ? text : $"{text} {address}";

    private static Answer One(Source source, Reply reply)
    {
        var texts = reply.Texts;
        reply.Words = Number(source);
        var title = source.Kind switch
        {
            SourceKind.Article => texts.TheArticle,
            SourceKind.Reference => texts.Datum("Footnote", source.Footnote!.Value.ToString(CultureInfo.InvariantCulture)),
            _ => texts.EvidencePage,
        };
        var sections = new List<Section> { new(null, Data(source, texts), []) };
        if (source.Copies.Length > 0)
        {
            var copies = source.Copies.Select(id => reply.Knowledge.Base.Source(id)!).ToList();
            sections[0] = sections[0] with
            {
                Paragraphs = sections[0].Paragraphs.Add(texts.Datum("Copies", string.Join(texts.ListSeparator, copies.Select(c => $"{c.Publisher} [{reply.Label(c)}]")))),
            };
        }

        if (source.Defects.Length > 0)
        {
            sections.Add(new(texts.SourceDefects, [.. source.Defects.Select(d => d[reply.Locale])], []));
        }

        var facts = reply.Knowledge.Base.FactsOn(source).ToList();
        if (facts.Count > 0)
        {
            sections.Add(reply.Facts(texts.SourceFacts, facts));
        }

        if (source.Kind != SourceKind.Article)
        {
            reply.Label(source);
        }

        return reply.Answer(Outcome.Answered, title, sections, facts.Take(3).Select(reply.More));
    }

    private static ImmutableArray<string> Data(Source source, Interface texts)
    {
        var data = new List<string>
        {
            texts.Datum("Title", source.Title ?? texts.TitleNotSeen),
            texts.Datum("Publisher", source.Publisher ?? "—"),
        };
        if (source.Author is { } author)
        {
            data.Add(texts.Datum("Author", author));
        }

        if (source.Agency is { } agency)
        {
            data.Add(texts.Datum("Agency", agency));
        }

        data.Add(texts.Datum("Published", source.Published is { } published ? texts.Date(When.Day(published)) : texts.NoDate));
        if (source.Kind == SourceKind.Reference)
        {
            data.Add(texts.Datum("Accessed", source.Accessed is { } accessed ? texts.Date(When.Day(accessed)) : texts.NoDate));
            data.Add(texts.Datum("Archived", source.Archived is { } archived ? texts.Date(When.Day(archived)) : texts.NotArchived));
        }

        data.Add(texts.Datum("Language", source.Language));
        data.Add(texts.Datum("Address", source.Address ?? texts.NoAddress));
        return [.. data];
    }
}
