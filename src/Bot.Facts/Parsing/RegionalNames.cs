using System.Buffers;
using System.Text;
using Bot.Facts.Model;
using Bot.Facts.Yaml;

namespace Bot.Facts.Parsing;

/// <summary>
/// Derives the texts for Taiwan and Hong Kong from the traditional Chinese ones. Each name that has a regional form is replaced by it,
/// the longest name first. Text in braces is not changed, and the braces are removed: <c>「{特朗普}」</c> quotes the word itself.
/// </summary>
internal sealed class RegionalNames
{
    private readonly Forms _taiwan;
    private readonly Forms _hongKong;

    public RegionalNames(IReadOnlyList<YamlMapping> parties)
    {
        _taiwan = new Forms(parties, "zh-TW");
        _hongKong = new Forms(parties, "zh-HK");
    }

    /// <summary>The text of a mapping with one value for each language.</summary>
    public LocalizedText Text(YamlMapping texts) => Text(tag => texts.Text(tag)!);

    /// <summary>A text that is given once for each language.</summary>
    /// <param name="texts">The text for a language's tag.</param>
    public LocalizedText Text(Func<string, string> texts)
    {
        var written = texts("zh-Hant");
        return Make(texts, Unbraced(written), Regional(written, _taiwan), Regional(written, _hongKong));
    }

    /// <summary>A party's name or short name, with its regional forms as the curators wrote them.</summary>
    public static LocalizedText Name(YamlMapping party, string key)
    {
        var names = (YamlMapping)(party[key] ?? party["name"]!);
        var written = names.Text("zh-Hant")!;
        return Make(tag => names.Text(tag)!, written, InRegion(party, key, "zh-TW") ?? written, InRegion(party, key, "zh-HK") ?? written);
    }

    private static LocalizedText Make(Func<string, string> texts, string written, string taiwan, string hongKong) => new(
    [
        texts("en"), written, taiwan, hongKong, texts("zh-Hans"), texts("ru"), texts("uk"),
    ]);

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

        return result.ToString();
    }

    private sealed record Form(string Written, string InRegion);

    /// <summary>The forms of one region, the longest first.</summary>
    private sealed class Forms
    {
        private readonly List<Form> _forms = [];

        public Forms(IEnumerable<YamlMapping> parties, string region)
        {
            foreach (var party in parties)
            {
                foreach (var key in (ReadOnlySpan<string>)["name", "short"])
                {
                    if (RegionalNames.InRegion(party, key, region) is { } to
                        && (party[key] as YamlMapping)?.Text("zh-Hant") is { } from
                        && from != to)
                    {
                        _forms.Add(new Form(from, to));
                    }
                }
            }

            _forms.Sort((a, b) => b.Written.Length.CompareTo(a.Written.Length));
            Starts = SearchValues.Create("{}" + string.Concat(_forms.Select(f => f.Written[..1])));
        }

        /// <summary>The braces, and the first characters of all names that have a regional form.</summary>
        public SearchValues<char> Starts { get; }

        public Form? Match(string text, int at) =>
            _forms.Find(form => string.CompareOrdinal(text, at, form.Written, 0, form.Written.Length) == 0);
    }
}
