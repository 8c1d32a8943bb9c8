using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Proofreading;

/// <summary>
/// An example question has its words in its own fact rather than in the text of another. Terms are weighed by inverse document frequency
/// (Spärck Jones, "A statistical interpretation of term specificity and its application in retrieval", 1972) over the facts.
/// </summary>
internal sealed class MisplacedQuestions : IRule
{
    // At this lead, none of the examples in the bases of this repository is reported, and four in ten of those that two facts of a chapter exchange.
    private const double MinLead = 0.95;

    // A question of which the other text knows little, or that is short, can only be judged by its meaning.
    private const double MinShare = 0.4;
    private const int MinTerms = 3;

    public Severity Severity => Severity.Warning;

    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var facts = draft.ObjectsOf(FileSchemas.Fact);
        var titles = draft.Files.Where(f => f.Schema == FileSchemas.EventFile).ToDictionary(f => f.Path, f => (f.Root as YamlMapping)?["event"] as YamlMapping);
        return draft.Languages.SelectMany(tag =>
        {
            var names = Names(draft, tag);
            return Check([.. facts.Select(f => new ReadFact(f, titles.GetValueOrDefault(f.Location.File), names, tag))]);
        });
    }

    private static IEnumerable<Problem> Check(List<ReadFact> facts)
    {
        var weights = new TermWeights(facts);
        for (var i = 0; i < facts.Count; i++)
        {
            foreach (var (question, terms) in facts[i].Questions)
            {
                // Its other examples count for a fact, but not the question itself.
                var (total, own) = (weights.Of(terms), weights.Of(terms.Where(facts[i].HasBesidesOneQuestion)));

                // The lead is a share of the weight. The more weight it is a share of, the less it is chance.
                if (terms.Count >= MinTerms && Lead(weights.InTexts(terms)) >= MinLead && weights.Best(terms, i) is { } best && best.Weight >= MinShare * total && Lead(best.Weight) >= MinLead)
                {
                    yield return new Problem(
                        question.Location,
                        $"the words of the question are in the text of '{facts[best.Position].Id}', and hardly in this fact",
                        "move it there, or ask with words of this fact");
                }

                double Lead(double weight) => (weight - own) / Math.Sqrt(total);
            }
        }
    }

    // The terms of the names of each party, which many facts need.
    private static Dictionary<string, HashSet<string>> Names(ParsedBase draft, string tag) => draft.ObjectsOf(FileSchemas.Party)
        .Where(p => p.Text("id") is not null).DistinctBy(p => p.Text("id"))
        .ToDictionary(p => p.Text("id")!, p => WrittenText.Of(p, "name").Select(n => n.Text).Concat(p.Scalars("aliases").Select(a => a.Text)).SelectMany(n => QuestionTerms.Of(n, tag)).ToHashSet());

    // A fact in one language.
    private sealed class ReadFact
    {
        private readonly HashSet<string> _besidesQuestions;
        private readonly Dictionary<string, int> _counts;

        public ReadFact(YamlMapping fact, YamlMapping? @event, Dictionary<string, HashSet<string>> names, string tag)
        {
            Id = fact.Text("id") ?? "";
            Text = [.. Terms(fact, "text", tag)];
            Questions = [.. WrittenText.Of(fact, "questions").Where(q => q.Tag == tag).Select(q => (q.Node, QuestionTerms.Of(q.Text, tag).ToHashSet()))];
            _besidesQuestions = [.. Text, .. Terms(fact, "note", tag), .. @event is null ? [] : Terms(@event, "title", tag), .. Parties(fact).SelectMany(p => names.GetValueOrDefault(p, []))];
            _counts = Questions.SelectMany(q => q.Terms).CountBy(t => t).ToDictionary();
        }

        public string Id { get; }

        public HashSet<string> Text { get; }

        public IReadOnlyList<(YamlScalar Node, HashSet<string> Terms)> Questions { get; }

        public IEnumerable<string> Terms() => _besidesQuestions.Union(_counts.Keys);

        public bool HasBesidesOneQuestion(string term) => _besidesQuestions.Contains(term) || _counts.GetValueOrDefault(term) > 1;

        private static IEnumerable<string> Terms(YamlMapping owner, string key, string tag) => WrittenText.Of(owner, key).Where(t => t.Tag == tag).SelectMany(t => QuestionTerms.Of(t.Text, tag));

        private static IEnumerable<string> Parties(YamlMapping fact) => fact.Scalars("by").Concat(fact.Scalars("about")).Select(p => p.Text);
    }

    // The weight of each term, from 1 for one that a single fact has, and the texts that have it.
    private sealed class TermWeights
    {
        private const int MaxShareOfTexts = 8;

        private readonly List<ReadFact> _facts;
        private readonly Dictionary<string, double> _weights;
        private readonly Dictionary<string, List<int>> _texts = [];
        private readonly double[] _sums;

        public TermWeights(List<ReadFact> facts)
        {
            _facts = facts;
            _sums = new double[facts.Count];
            _weights = facts.SelectMany(f => f.Terms()).CountBy(t => t).ToDictionary(t => t.Key, t => Math.Log(1 + ((double)facts.Count / t.Value)) / Math.Log(1 + facts.Count));
            for (var i = 0; i < facts.Count; i++)
            {
                foreach (var term in facts[i].Text)
                {
                    (_texts.TryGetValue(term, out var texts) ? texts : _texts[term] = []).Add(i);
                }
            }
        }

        // The weight of the terms that any text has: more than that no other fact can have.
        public double InTexts(IEnumerable<string> terms) => Of(terms.Where(_texts.ContainsKey));

        public double Of(IEnumerable<string> terms) => terms.Sum(t => _weights[t]);

        // The other text with most of the weight of the terms that few texts have, and its weight. What many texts have makes none of them the best.
        public (int Position, double Weight)? Best(HashSet<string> terms, int except)
        {
            Array.Clear(_sums);
            foreach (var term in terms)
            {
                if (_texts.GetValueOrDefault(term) is { } texts && texts.Count <= MaxTexts)
                {
                    foreach (var position in texts)
                    {
                        _sums[position] += _weights[term];
                    }
                }
            }

            _sums[except] = 0;
            var best = Array.IndexOf(_sums, _sums.Max());
            return _sums[best] > 0 ? (best, Of(terms.Where(_facts[best].Text.Contains))) : null;
        }

        private int MaxTexts => Math.Max(2, _facts.Count / MaxShareOfTexts);
    }
}
