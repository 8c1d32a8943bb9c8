using System.Collections.Immutable;
using Bot.Facts.Model;

namespace Bot.Facts.Releases;

/// <summary>The texts that readers were given. A release holds the texts that it changed, so the text of a fact is in the last release that changed it.</summary>
internal static class ReleasedTexts
{
    /// <summary>The text of a fact in a language as of the last of some releases; null when it was removed or no release holds it.</summary>
    /// <param name="releases">The releases, newest last.</param>
    /// <param name="fact">The fact's id.</param>
    /// <param name="tag">The tag of the language.</param>
    public static string? Find(ImmutableArray<Release> releases, string fact, string tag)
    {
        foreach (var release in releases.Reverse())
        {
            var change = release.Changes.FirstOrDefault(c => c.Fact == fact);
            if (change?.Kind == ChangeKind.Removed)
            {
                return null;
            }

            if (change?.New.GetValueOrDefault(tag) is { } text)
            {
                return text;
            }
        }

        return null;
    }
}
