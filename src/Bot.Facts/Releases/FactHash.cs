using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Bot.Facts.Model;

namespace Bot.Facts.Releases;

/// <summary>Hashes what a reader of one language learns from a fact. Releases are compared by it.</summary>
public static class FactHash
{
    private const int Length = 8;

    /// <summary>The hash in a language, eight hexadecimal digits: of the text, the status, the date and the ids of the speakers in their order.</summary>
    public static string Of(Fact fact, Language language)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return Of(fact.Text[language], fact.Status.ToWord(), fact.Date.ToString(), fact.By.Select(p => p.Id));
    }

    /// <summary>The hash of a fact that is given by its parts, as an export has them.</summary>
    /// <param name="text">The text in the language.</param>
    /// <param name="status">The word of the status.</param>
    /// <param name="when">The date, as the files write it.</param>
    /// <param name="by">The ids of the speakers.</param>
    public static string Of(string text, string status, string when, IEnumerable<string> by)
    {
        // No part contains a line feed.
        string[] parts = [text, status, when, .. by];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..Length];
    }

    /// <summary>The hash in each language of the base, by the language's tag.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="languages">The languages of its base.</param>
    public static IReadOnlyDictionary<string, string> OfAll(Fact fact, ImmutableArray<Language> languages)
    {
        var hashes = new Dictionary<string, string>();
        foreach (var language in languages)
        {
            hashes[language.Tag()] = Of(fact, language);
        }

        return hashes;
    }
}
