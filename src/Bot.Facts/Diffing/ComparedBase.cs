using System.Collections.Immutable;
using Bot.Facts.Model;
using Bot.Facts.Releases;

namespace Bot.Facts.Diffing;

/// <summary>One state of a base, to be compared with another: a base, a release or an export.</summary>
/// <param name="Facts">What is known of its facts, in its order.</param>
public sealed record ComparedBase(ImmutableArray<ComparedFact> Facts)
{
    /// <summary>A base as it is.</summary>
    public static ComparedBase Of(FactBase facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new ComparedBase(
        [
            .. facts.Facts.Select(f => new ComparedFact(
                f.Id,
                FactHash.OfAll(f, facts.Languages),
                facts.Languages.ToDictionary(l => l.Tag(), l => f.Text[l]),
                f.Status.ToWord(),
                f.Date.ToString(),
                [.. f.By.Select(p => p.Id)])),
        ]);
    }

    /// <summary>A base as it was released.</summary>
    /// <param name="releases">The base's releases, newest last.</param>
    /// <param name="name">The name of the release; it must be one of them.</param>
    /// <exception cref="ArgumentException">There is no such release.</exception>
    public static ComparedBase Of(ImmutableArray<Release> releases, ReleaseName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var release = releases.FirstOrDefault(r => r.Name == name) ?? throw new ArgumentException($"There is no release {name}.", nameof(name));
        ImmutableArray<Release> until = [.. releases.Where(r => r.Name <= name)];
        return new ComparedBase([.. release.Hashes.Select(h => new ComparedFact(h.Key, h.Value, Texts(until, h.Key, h.Value.Keys)))]);
    }

    private static Dictionary<string, string> Texts(ImmutableArray<Release> releases, string fact, IEnumerable<string> tags)
    {
        var texts = new Dictionary<string, string>();
        foreach (var tag in tags)
        {
            if (ReleasedTexts.Find(releases, fact, tag) is { } text)
            {
                texts[tag] = text;
            }
        }

        return texts;
    }
}
