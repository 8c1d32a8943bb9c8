using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Proofreading;

/// <summary>
/// Texts write a name as its entry under names has it, not as one of its aliases. Checked in English and Chinese, where names are not declined.
/// </summary>
internal sealed class UnlistedSpellings : IRule
{
    private const int MinLength = 3;

    public Severity Severity => Severity.Warning;

    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var aliases = Aliases(draft);
        foreach (var (owner, key) in draft.ObjectsOf(FileSchemas.Fact).SelectMany(f => ((YamlMapping, string)[])[(f, "text"), (f, "note")]))
        {
            foreach (var written in WrittenText.Of(owner, key))
            {
                foreach (var (alias, party) in aliases.GetValueOrDefault(written.Tag, []))
                {
                    if (NameSpan.IsIn(written.Text, alias, StringComparison.Ordinal) && !IsQuoted(alias, written.Text))
                    {
                        yield return new Problem(written.Node.Location, $"the text writes '{alias}', another spelling of '{party}'", "write the name as its entry under names has it, or quote it in braces");
                        break;
                    }
                }
            }
        }
    }

    // By language, the aliases of people that are part of none of the names.
    private static Dictionary<string, List<(string Alias, string Party)>> Aliases(ParsedBase draft)
    {
        var people = draft.ObjectsOf(FileSchemas.Party).Where(p => p.Text("kind") == "person").ToList();
        var aliases = new Dictionary<string, List<(string, string)>>();
        foreach (var tag in (string[])["en", "zh-Hant", "zh-Hans"])
        {
            var names = draft.ObjectsOf(FileSchemas.Party).SelectMany(p => WrittenText.Of(p, "name").Concat(WrittenText.Of(p, "short"))).Where(w => w.Tag == tag).Select(w => w.Text).ToList();
            aliases[tag] = [.. people.SelectMany(p => p.Scalars("aliases")
                .Select(a => a.Text)
                .Where(a => a.Any(NameSpan.IsHan) == (tag != "en") && a.Length >= (tag == "en" ? MinLength : 2) && a.All(c => c is < 'Ѐ' or > 'ӿ') && !names.Exists(n => n.Contains(a, StringComparison.Ordinal) || a.Contains(n, StringComparison.Ordinal)))
                .Select(a => (a, p.Text("id") ?? "")))];
        }

        return aliases;
    }

    private static bool IsQuoted(string alias, string text) => text.Contains("{" + alias + "}", StringComparison.Ordinal);
}
