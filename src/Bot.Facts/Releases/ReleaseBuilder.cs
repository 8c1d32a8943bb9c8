using Bot.Facts.Model;

namespace Bot.Facts.Releases;

/// <summary>Builds the next release of a base from what differs from its last one.</summary>
public static class ReleaseBuilder
{
    /// <summary>The next release; null when no fact differs from the last one.</summary>
    /// <param name="facts">The base with its releases.</param>
    /// <param name="today">The day of the release, in UTC.</param>
    /// <exception cref="ArgumentOutOfRangeException">The last release is of a later day.</exception>
    public static Release? Next(FactBase facts, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var last = facts.Releases.LastOrDefault();
        ArgumentOutOfRangeException.ThrowIfLessThan(today, last?.Name.Day ?? today);
        var differences = ReleaseComparison.Compare(facts, last);
        return differences.IsEmpty
            ? null
            : new Release(
                new ReleaseName(today, last?.Name.Day == today ? last.Name.Number + 1 : 1),
                facts.Version,
                [.. differences.Select(d => Change(facts, d, today))],
                facts.Facts.ToDictionary(f => f.Id, f => FactHash.OfAll(f, facts.Languages)));
    }

    private static FactChange Change(FactBase facts, FactDifference difference, DateOnly today)
    {
        var fact = facts.FindFact(difference.Fact);
        var (old, @new) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        foreach (var language in facts.Languages)
        {
            var tag = language.Tag();
            if (!difference.Languages.Contains(tag))
            {
                continue;
            }

            var (before, now) = (ReleasedTexts.Find(facts.Releases, difference.Fact, tag), fact?.Text[language]);
            if (before == now)
            {
                continue;
            }

            if (before is not null)
            {
                old[tag] = before;
            }

            if (now is not null)
            {
                @new[tag] = now;
            }
        }

        return new FactChange(difference.Fact, today, difference.Kind, difference.Languages, old, @new, null);
    }
}
