using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Proofreading;

/// <summary>
/// An example question has its words in its own fact rather than in the text of another. What a fact covers is weighed by inverse document frequency
/// (Spärck Jones, "A statistical interpretation of term specificity and its application in retrieval", 1972) over the texts.
/// </summary>
internal sealed class MisplacedQuestions : IRule
{
    // At this lead, none of the examples in the bases of this repository is reported. Most misplaced ones are not found either: a false alarm costs more.
    private const double MinLead = 0.7;

    // A question of which the texts know little can only be judged by its meaning.
    private const int MinTerms = 4;
    private const double MinKnownShare = 0.6;

    public Severity Severity => Severity.Warning;

    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var facts = draft.ObjectsOf(FileSchemas.Fact);
        var names = Names(draft);
        return draft.Languages.SelectMany(tag => Check(facts, names, tag));
    }

    private static IEnumerable<Problem> Check(IReadOnlyList<YamlMapping> facts, ILookup<string, string> names, string tag)
    {
        var ownTexts = facts.Select(f => Terms(f, "text", tag)).ToList();
        var texts = new Texts(ownTexts);
        for (var i = 0; i < facts.Count; i++)
        {
            var questions = WrittenText.Of(facts[i], "questions").Where(q => q.Tag == tag).Select(q => (Written: q, Terms: QuestionTerms.Of(q.Text, tag).ToHashSet())).ToList();
            var own = ownTexts[i].Concat(Terms(facts[i], "note", tag)).Concat(Parties(facts[i]).SelectMany(p => names[p]).SelectMany(n => QuestionTerms.Of(n, tag))).ToHashSet();
            var counts = questions.SelectMany(q => q.Terms).CountBy(t => t).ToDictionary();
            foreach (var (written, terms) in questions)
            {
                // Its other examples count for a fact, but not the question itself.
                var share = texts.Share(terms, t => own.Contains(t) || counts[t] > 1);
                if (share <= 1 - MinLead && texts.Known(terms) is var known && known >= MinTerms && known >= MinKnownShare * terms.Count
                    && texts.Best(terms, i) is { } best && best.Share - share >= MinLead)
                {
                    yield return new Problem(
                        written.Node.Location,
                        $"the words of the question are in the text of '{facts[best.Position].Text("id")}', and hardly in this fact",
                        "move it there, or ask with words of this fact");
                }
            }
        }
    }

    private static HashSet<string> Terms(YamlMapping fact, string key, string tag) =>
        [.. WrittenText.Of(fact, key).Where(t => t.Tag == tag).SelectMany(t => QuestionTerms.Of(t.Text, tag))];

    private static IEnumerable<string> Parties(YamlMapping fact) => fact.Scalars("by").Concat(fact.Scalars("about")).Select(p => p.Text);

    private static ILookup<string, string> Names(ParsedBase draft) => draft.ObjectsOf(FileSchemas.Party)
        .SelectMany(p => WrittenText.Of(p, "name").Select(n => n.Text).Concat(p.Scalars("aliases").Select(a => a.Text)).Select(name => (Id: p.Text("id") ?? "", Name: name)))
        .ToLookup(n => n.Id, n => n.Name);

    // The texts of the facts in one language, by term.
    private sealed class Texts
    {
        private readonly Dictionary<string, List<int>> _postings = [];
        private readonly Dictionary<string, double> _weights;
        private readonly double[] _scores;

        public Texts(IReadOnlyList<HashSet<string>> texts)
        {
            _scores = new double[texts.Count];
            for (var i = 0; i < texts.Count; i++)
            {
                foreach (var term in texts[i])
                {
                    (_postings.TryGetValue(term, out var facts) ? facts : _postings[term] = []).Add(i);
                }
            }

            _weights = _postings.ToDictionary(p => p.Key, p => Math.Log(1 + ((double)texts.Count / p.Value.Count)));
        }

        public int Known(HashSet<string> terms) => terms.Count(_postings.ContainsKey);

        // The share of the weight of the known terms.
        public double Share(HashSet<string> terms, Func<string, bool> isCovered) => terms.Where(isCovered).Sum(Weight) / Math.Max(terms.Sum(Weight), double.Epsilon);

        public (int Position, double Share)? Best(HashSet<string> terms, int except)
        {
            Array.Clear(_scores);
            foreach (var term in terms)
            {
                foreach (var position in _postings.GetValueOrDefault(term, []))
                {
                    _scores[position] += Weight(term);
                }
            }

            _scores[except] = 0;
            var best = Array.IndexOf(_scores, _scores.Max());
            return _scores[best] > 0 ? (best, _scores[best] / terms.Sum(Weight)) : null;
        }

        private double Weight(string term) => _weights.GetValueOrDefault(term);
    }
}
