using System.Collections.Immutable;
using Bot.Facts.Model;

namespace Bot.Facts.Authoring;

/// <summary>The values that a curator gives for something new.</summary>
/// <param name="values">The values of each field as they were given. A text in another language than the first begins with its tag, as in <c>uk=Привіт</c>.</param>
/// <param name="languages">The tags of the base's languages.</param>
internal sealed class EntryValues(IReadOnlyDictionary<string, IReadOnlyList<string>> values, IReadOnlyList<string> languages)
{
    /// <summary>The tag of the language of texts without a tag: English if the base has it.</summary>
    public string MainLanguage { get; } = languages.Contains("en") ? "en" : languages[0];

    /// <summary>The tags of the base's languages.</summary>
    public IReadOnlyList<string> Languages => languages;

    /// <summary>The single value of a field, or its default; null when there is neither.</summary>
    public string? Value(EntryField field) => Given(field.Name).FirstOrDefault() ?? field.Default;

    /// <summary>The single value of a field; null when it was not given.</summary>
    public string? Value(string field) => Given(field).FirstOrDefault();

    /// <summary>The values of a field, those in one text with commas taken apart if the field's values are words.</summary>
    public ImmutableArray<string> List(EntryField field) => field.Form == EntryFieldForm.Words
        ? [.. Given(field.Name).SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))]
        : [.. Given(field.Name)];

    /// <summary>The texts of a field in a language.</summary>
    public IEnumerable<string> Texts(string field, string tag) => Given(field).Select(Localize).Where(t => t.Tag == tag).Select(t => t.Text);

    /// <summary>All that was given for a field, without blanks around it.</summary>
    public IEnumerable<string> Given(string field) => values.GetValueOrDefault(field, []).Select(v => v.Trim()).Where(v => v.Length > 0);

    /// <summary>What is wrong with the languages before the values of a field: the field has one list for all languages, or the base has no such language.</summary>
    public IEnumerable<string> MisplacedTags(EntryField field)
    {
        foreach (var given in Given(field.Name))
        {
            var tag = given[..Math.Max(0, given.IndexOf('=', StringComparison.Ordinal))];
            if (Locales.TryFromTag(tag) is null || (field.IsLocalized && languages.Contains(tag)))
            {
                continue;
            }

            yield return !field.IsLocalized ? $"--{field.Name} '{given}': it is the same for all languages; give '{given[(tag.Length + 1)..].Trim()}' without '{tag}='"
                : Locales.RegionTags.Contains(tag) ? $"--{field.Name} '{given}': write the form of a region into the file, under '{tag}'"
                : $"--{field.Name} '{given}': the base has no language '{tag}'; its languages are {string.Join(", ", languages)}";
        }
    }

    private (string Tag, string Text) Localize(string given)
    {
        var end = given.IndexOf('=', StringComparison.Ordinal);
        return end > 0 && languages.Contains(given[..end]) ? (given[..end], given[(end + 1)..].Trim()) : (MainLanguage, given);
    }
}
