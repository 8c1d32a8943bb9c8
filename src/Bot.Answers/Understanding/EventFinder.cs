using Bot.Answers.Reading;
using Bot.Answers.Scoring;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Understanding;

/// <summary>Finds the event that a question names by its day, its place or its title. Safe for any number of threads.</summary>
internal sealed class EventFinder
{
    // A day or a place says more than any word of a title.
    private const int ValueWeight = 8;
    private const int MonthWeight = 4;
    private const int MinTitleWords = 2;

    private readonly List<EventScope> _scopes = [];
    private readonly Dictionary<string, List<int>> _byWord = [];
    private readonly HashSet<string> _mainEvents;

    /// <summary>Indexes the events that have an overview, and the main events.</summary>
    public EventFinder(FactBase @base, Func<string, EventScope> scopeOf)
    {
        _mainEvents = [.. @base.Chapters.Select(c => c.MainEvent).Append(@base.MainEvent?.Id).OfType<string>()];
        foreach (var @event in @base.Events.Where(e => e.Overview.Count > 0 || _mainEvents.Contains(e.Id)))
        {
            foreach (var word in FactDocuments.Names(@event.Title).SelectMany(Words).Distinct())
            {
                if (!_byWord.TryGetValue(word, out var positions))
                {
                    _byWord[word] = positions = [];
                }

                positions.Add(_scopes.Count);
            }

            _scopes.Add(scopeOf(@event.Id));
        }
    }

    /// <summary>The event that a question names; null when it names none. Of several that it may name, a main event comes before others, and a later before an earlier one.</summary>
    /// <param name="question">The question.</param>
    /// <param name="asked">The values that it states.</param>
    public EventScope? Find(string question, StatedValues asked)
    {
        var shared = new int[_scopes.Count];
        foreach (var word in Words(question).Distinct())
        {
            foreach (var position in _byWord.GetValueOrDefault(word, []))
            {
                shared[position]++;
            }
        }

        var (best, bestRank) = (-1, (Score: 0, IsMain: false, Day: DateOnly.MinValue));
        var byTitle = 0;
        for (var i = 0; i < _scopes.Count; i++)
        {
            var score = shared[i] + ValueScore(_scopes[i], asked);
            if (score == 0 || score < bestRank.Score)
            {
                continue;
            }

            var rank = (Score: score, IsMain: _mainEvents.Contains(_scopes[i].Event.Id), Day: _scopes[i].Event.Date.SortDay);
            byTitle = score == bestRank.Score ? byTitle + 1 : score > bestRank.Score ? 1 : byTitle;
            if (rank.CompareTo(bestRank) > 0)
            {
                (best, bestRank) = (i, rank);
            }
        }

        // A title alone names an event only if no other has as much of the question.
        return best < 0 ? null
            : _scopes[best].Has(asked) ? _scopes[best]
            : shared[best] >= MinTitleWords && byTitle == 1 ? _scopes[best]
            : null;
    }

    private static int ValueScore(EventScope scope, StatedValues asked) =>
        (scope.HasDay(asked) ? ValueWeight : 0)
        + (scope.HasCity(asked) ? ValueWeight : 0)
        + (asked.Days.Exists(d => d.Precision is DatePrecision.Month or DatePrecision.Year && d.Overlaps(scope.Event.Date)) ? MonthWeight : 0);

    // Words that are not general; of Han characters, each pair.
    private static IEnumerable<string> Words(string text)
    {
        foreach (var word in Folding.Fold(text).Split(Folding.Separator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Folding.IsHan(word[0]))
            {
                if (!OverviewQuestion.IsGeneralTerm(word))
                {
                    yield return word;
                }

                continue;
            }

            for (var i = 0; i + 1 < word.Length; i++)
            {
                var pair = word.Substring(i, 2);
                if (!OverviewQuestion.IsGeneralTerm(pair))
                {
                    yield return pair;
                }
            }
        }
    }
}
