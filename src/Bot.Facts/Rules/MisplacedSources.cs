using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>Sources are used by kind: references under cites, evidence under evidence; references have footnotes, and evidence has addresses.</summary>
internal sealed class MisplacedSources : IRule
{
    private static readonly string[] s_keysOfArticles = ["called", "licence"];

    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var kinds = new Dictionary<string, SourceKind>();
        foreach (var source in draft.ObjectsOf(FileSchemas.Source))
        {
            var kind = EnumWords.Find<SourceKind>(source.Text("kind"));
            if (source.Text("id") is { } id && kind is { } known)
            {
                kinds.TryAdd(id, known);
            }

            if (kind == SourceKind.Reference && source["footnote"] is null)
            {
                yield return new Problem(source.Location, "the reference has no footnote", "add the article's footnote number");
            }

            if (kind is SourceKind.Article or SourceKind.Evidence && source["footnote"] is { } footnote)
            {
                yield return new Problem(footnote.Location, "only a reference has a footnote", "remove it, or set kind to reference");
            }

            foreach (var key in kind is SourceKind.Reference or SourceKind.Evidence ? s_keysOfArticles : [])
            {
                if (source[key] is { } value)
                {
                    yield return new Problem(value.Location, $"only an article has '{key}'", "remove it, or set kind to article");
                }
            }

            if (kind is SourceKind.Article or SourceKind.Reference && source["title"] is null)
            {
                yield return new Problem(source.Location, $"the {kind.Value.ToWord()} has no title", "add it exactly as published");
            }

            if (kind == SourceKind.Evidence && source["address"] is null)
            {
                yield return new Problem(source.Location, "the evidence page has no address", "add the address where it was found");
            }

            if (kind == SourceKind.Evidence && source["publisher"] is null)
            {
                yield return new Problem(source.Location, "the evidence page has no publisher", "add its publisher");
            }
        }

        foreach (var fact in draft.ObjectsOf(FileSchemas.Fact))
        {
            foreach (var (id, key, kind) in fact.Scalars("cites").Select(s => (s, "cites", SourceKind.Reference))
                .Concat(EvidenceNodes.Of(fact).Select(e => (e.Page, "evidence", SourceKind.Evidence))))
            {
                if (kinds.TryGetValue(id.Text, out var actual) && actual != kind)
                {
                    yield return new Problem(id.Location, $"'{id.Text}' is of kind {actual.ToWord()}, but {key} takes {kind.ToWord()}", "move it where it belongs");
                }
            }
        }
    }
}
