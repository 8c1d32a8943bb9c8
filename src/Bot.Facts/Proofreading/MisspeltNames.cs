using System.Globalization;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Proofreading;

/// <summary>
/// A word of a text is not almost a name under names. A word that several facts have, or that texts also write in lower case, is one of its own.
/// Chinese has no words to compare, so there a name of at least three characters is looked for with one of them exchanged.
/// </summary>
internal sealed class MisspeltNames : IRule
{
    private static readonly string[] s_keys = ["text", "note", "title"];

    // They have a capital letter in English, and are in no other text of a small base.
    private static readonly string[] s_months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

    public Severity Severity => Severity.Warning;

    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var parties = draft.ObjectsOf(FileSchemas.Party);
        var spellings = parties.SelectMany(PartySpellings.Of).Concat(draft.ObjectsOf(FileSchemas.BaseFile).SelectMany(b => b.Scalars("forbidden-aliases"))).Select(s => s.Text).ToList();
        var written = Texts(draft).ToLookup(t => t.Text.Tag);
        return draft.Languages.SelectMany(tag => tag.StartsWith("zh", StringComparison.Ordinal)
            ? InChinese([.. written[tag]], Names(parties.Where(p => p.Text("kind") != "organisation"), tag), spellings)
            : InWords([.. written[tag]], Names(parties, tag), spellings));
    }

    private static IEnumerable<Problem> InWords(List<OwnedText> texts, IEnumerable<string> names, List<string> spellings)
    {
        var forms = new NameForms(names.SelectMany(Words).Where(w => char.IsUpper(w[0])), spellings.SelectMany(Words).Concat(s_months));
        var words = texts.SelectMany(t => Words(t.Text.Text).Distinct().Select(word => (t.Text, t.Owner, Word: word, Stem: NameForms.Stem(word)))).ToList();
        var common = words.Where(w => char.IsLower(w.Word[0])).Select(w => w.Stem).ToHashSet();
        var owners = words.Select(w => (w.Stem, w.Owner)).Distinct().CountBy(w => w.Stem).ToDictionary();
        foreach (var (text, _, word, stem) in words)
        {
            if (owners[stem] == 1 && !common.Contains(stem) && forms.Misspelt(word) is { } name)
            {
                yield return Misspelt(text, word, name);
            }
        }
    }

    private static IEnumerable<Problem> InChinese(List<OwnedText> texts, IEnumerable<string> names, List<string> spellings)
    {
        var forms = new HanNameForms(names.SelectMany(HanRuns), spellings.SelectMany(HanRuns));
        var windows = texts.SelectMany(t => HanRuns(forms.WithoutNames(t.Text.Text)).SelectMany(forms.Windows).Distinct().Select(window => (t.Text, t.Owner, Window: window))).ToList();
        var owners = windows.Select(w => (w.Window, w.Owner)).Distinct().CountBy(w => w.Window).ToDictionary();
        foreach (var (text, _, window) in windows)
        {
            if (owners[window] == 1 && forms.Misspelt(window, part => owners.GetValueOrDefault(part) > 1) is { } name)
            {
                yield return Misspelt(text, window, name);
            }
        }
    }

    private static Problem Misspelt(WrittenText text, string word, string name) => new(
        text.Node.Location,
        $"the {text.Tag} text has '{word}', which is almost '{name}'",
        "write the name as its entry under names has it, or allow this if it is another name");

    // The texts that a curator writes. Examples are as people type.
    private static IEnumerable<OwnedText> Texts(ParsedBase draft) =>
        draft.ObjectsOf(FileSchemas.Fact).Concat(draft.ObjectsOf(FileSchemas.Event)).Concat(draft.ObjectsOf(FileSchemas.ChapterFile))
            .SelectMany((owner, i) => s_keys.SelectMany(key => WrittenText.Of(owner, key)).Select(t => new OwnedText(i, t)));

    private static IEnumerable<string> Names(IEnumerable<YamlMapping> parties, string tag) =>
        parties.SelectMany(p => WrittenText.Of(p, "name").Concat(WrittenText.Of(p, "short"))).Where(w => w.Tag == tag).Select(w => w.Text);

    private static IEnumerable<string> HanRuns(string text) => TextRuns.Of(text, NameSpan.IsHan);

    private static IEnumerable<string> Words(string text) => TextRuns.Of(text, c => char.IsLetter(c) && !NameSpan.IsHan(c));

    // A text with the number of the fact, event or chapter that it belongs to.
    private sealed record OwnedText(int Owner, WrittenText Text);
}
