using Bot.Answers.Typing;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Understanding;

/// <summary>
/// Finds the fact that has a question among its examples, whatever its letter case and punctuation. It keeps hashes alone, since a large base has many
/// thousand questions. Immutable and safe for any number of threads.
/// </summary>
internal sealed class ExampleQuestions
{
    private readonly FactBase _base;

    // Sorted, with the position of each one's fact. Different questions may have the same hash.
    private readonly int[] _hashes;
    private readonly int[] _facts;

    /// <summary>Reads the questions of a base.</summary>
    /// <param name="base">The base.</param>
    /// <param name="questions">Its example questions.</param>
    public ExampleQuestions(FactBase @base, FoldedQuestions questions)
    {
        _base = @base;
        var all = Enumerable.Range(0, @base.Facts.Length).SelectMany(fact => questions[fact].Select(q => (Hash: HashOf(q.Folded), Fact: fact))).Order().ToList();
        (_hashes, _facts) = ([.. all.Select(q => q.Hash)], [.. all.Select(q => q.Fact)]);
    }

    /// <summary>The first fact that has a question; null when none has.</summary>
    /// <param name="question">Any text.</param>
    public Fact? Find(string question)
    {
        var folded = Folding.Fold(question);
        var hash = HashOf(folded);
        var at = Array.BinarySearch(_hashes, hash);
        while (at > 0 && _hashes[at - 1] == hash)
        {
            at--;
        }

        for (; at >= 0 && at < _hashes.Length && _hashes[at] == hash; at++)
        {
            var fact = _base.Facts[_facts[at]];
            if (fact.Questions.Any(language => language.Any(q => Folding.Fold(q) == folded)))
            {
                return fact;
            }
        }

        return null;
    }

    private static int HashOf(string folded) => string.GetHashCode(folded, StringComparison.Ordinal);
}
