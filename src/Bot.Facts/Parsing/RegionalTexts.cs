using System.Buffers;
using System.Text;
using Bot.Facts.Model;
using Bot.Facts.Yaml;

namespace Bot.Facts.Parsing;

/// <summary>
/// Makes the texts of the base for each locale. Those for Taiwan and Hong Kong are derived from the traditional Chinese ones, unless a curator
/// wrote them: each name and word that has a regional form is replaced by it, the longest first. Text in braces is not changed, and the braces
/// are removed: <c>「{報道}」</c> quotes the word itself. A language that the base does not have gets the text of its first language.
/// </summary>
internal sealed class RegionalTexts
{
    private const string Traditional = "zh-Hant";

    private readonly string _fallback;
    private readonly Forms _taiwan;
    private readonly Forms _hongKong;

    /// <param name="fallback">The tag of the base's first language.</param>
    /// <param name="parties">The parties, whose names may have regional forms.</param>
    /// <param name="words">The words that have regional forms.</param>
    public RegionalTexts(string fallback, IReadOnlyList<YamlMapping> parties, IReadOnlyList<YamlMapping> words)
    {
        _fallback = fallback;
        _taiwan = new Forms(parties, words, "zh-TW");
        _hongKong = new Forms(parties, words, "zh-HK");
    }

    /// <summary>The text of a mapping with a value for each language of the base.</summary>
    public LocalizedText Text(YamlMapping texts) => Text(texts.Text);

    /// <summary>The text of a key that may be absent; null when it is.</summary>
    public LocalizedText? TextOrNull(YamlMapping map, string key) => map[key] is YamlMapping texts ? Text(texts) : null;

    /// <summary>A text that is given once for each language of the base.</summary>
    /// <param name="texts">The text for the tag of a language or region; null where there is none.</param>
    public LocalizedText Text(Func<string, string?> texts)
    {
        if (texts(Traditional) is not { } written)
        {
            return Make(texts, null, null, null);
        }

        return Make(texts, Unbraced(written), texts("zh-TW") ?? Regional(written, _taiwan), texts("zh-HK") ?? Regional(written, _hongKong));
    }

    /// <summary>A party's name or short name, with its regional forms as the curators wrote them.</summary>
    public LocalizedText Name(YamlMapping party, string key)
    {
        var names = (YamlMapping)(party[key] ?? party["name"]!);
        var written = names.Text(Traditional);
        return Make(names.Text, written, InRegion(party, key, "zh-TW") ?? written, InRegion(party, key, "zh-HK") ?? written);
    }

    private LocalizedText Make(Func<string, string?> texts, string? written, string? taiwan, string? hongKong)
    {
        var fallback = _fallback == Traditional ? written! : texts(_fallback)!;
        return new([texts("en") ?? fallback, written ?? fallback, taiwan ?? fallback, hongKong ?? fallback, texts("zh-Hans") ?? fallback, texts("ru") ?? fallback, texts("uk") ?? fallback]);
    }

    private static string? InRegion(YamlMapping party, string key, string region) =>
        (party["regional"] as YamlMapping)?[region] is YamlMapping forms ? forms.Text(key) ?? (key == "short" ? forms.Text("name") : null) : null;

    private static string Unbraced(string text) =>
        text.Contains('{') ? text.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal) : text;

    private static string Regional(string text, Forms forms)
    {
        var result = new StringBuilder(text.Length);
        var isBraced = false;
        for (var i = 0; i < text.Length;)
        {
            var offset = text.AsSpan(i).IndexOfAny(forms.Starts);
            result.Append(text, i, offset < 0 ? text.Length - i : offset);
            if (offset < 0)
            {
                break;
            }

            i += offset;
            if (text[i] is '{' or '}')
            {
                isBraced = text[i] == '{';
                i++;
            }
            else if (!isBraced && forms.Match(text, i) is { } form)
            {
                result.Append(form.InRegion);
                i += form.Written.Length;
            }
            else
            {
                result.Append(text[i]);
                i++;
            }
        }

        // Most texts have no such form: their locales then share one.
        return result.Equals(text.AsSpan()) ? text : result.ToString();
    }

    private sealed record Form(string Written, string InRegion);

    /// <summary>The forms of one region, the longest first.</summary>
    private sealed class Forms
    {
        private readonly Dictionary<char, Form[]> _byStart;

        public Forms(IEnumerable<YamlMapping> parties, IEnumerable<YamlMapping> words, string region)
        {
            var forms = new List<Form>();
            foreach (var word in words)
            {
                if (word.Text(Traditional) is { } written && word.Text(region) is { } inRegion)
                {
                    forms.Add(new Form(written, inRegion));
                }
            }

            foreach (var party in parties)
            {
                foreach (var key in (ReadOnlySpan<string>)["name", "short"])
                {
                    if (RegionalTexts.InRegion(party, key, region) is { } to
                        && (party[key] as YamlMapping)?.Text(Traditional) is { } from
                        && from != to)
                    {
                        forms.Add(new Form(from, to));
                    }
                }
            }

            forms.Sort((a, b) => b.Written.Length.CompareTo(a.Written.Length));
            _byStart = forms.GroupBy(f => f.Written[0]).ToDictionary(g => g.Key, g => g.ToArray());
            Starts = SearchValues.Create(['{', '}', .. _byStart.Keys]);
        }

        /// <summary>The braces, and the first characters of all names and words that have a regional form.</summary>
        public SearchValues<char> Starts { get; }

        public Form? Match(string text, int at)
        {
            foreach (var form in _byStart.GetValueOrDefault(text[at], []))
            {
                if (string.CompareOrdinal(text, at, form.Written, 0, form.Written.Length) == 0)
                {
                    return form;
                }
            }

            return null;
        }
    }
}
