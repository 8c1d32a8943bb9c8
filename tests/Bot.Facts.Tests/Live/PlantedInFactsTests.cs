using Bot.Facts.Parsing;
using Bot.Facts.Proofreading;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Tests.Live;

/// <summary>How many mistakes of a kind the check finds if they are planted at random places of the base. The bounds leave room for other facts.</summary>
public sealed class PlantedInFactsTests
{
    private const int Seed = 29;
    private const int Mistakes = 50;

    private static readonly IReadOnlyDictionary<string, string> s_texts = FactBaseLoader.ReadTexts(Repository.Facts).Texts;
    private static readonly ParsedBase s_draft = FactBaseLoader.Draft(s_texts.Select(t => FactBaseLoader.Parse(t.Key, t.Value)));

    [Fact]
    public void Of_fifty_misspelt_names_in_each_language_nearly_all_are_found()
    {
        var planted = s_draft.Languages.ToDictionary(tag => tag, MisspeltNames);

        var missed = Missed([.. planted.Values.SelectMany(p => p)], "misspelt-names");

        Assert.All(planted, p => Assert.InRange(p.Value.Count(missed.Contains), 0, Mistakes / 5));
    }

    [Fact]
    public void Of_fifty_examples_that_two_facts_of_a_chapter_exchange_a_third_is_found() =>
        Assert.InRange(Missed(ExchangedExamples(), "misplaced-questions").Count, 0, 2 * Mistakes / 3);

    // Each name is misspelt in another way: a word that two facts have is one of its own.
    private static List<(YamlScalar Node, string Text)> MisspeltNames(string tag)
    {
        var random = new Random(Seed);
        var names = s_draft.ObjectsOf(FileSchemas.Party).Where(p => p.Text("kind") != "organisation").SelectMany(p => WrittenText.Of(p, p["short"] is null ? "name" : "short")).Where(n => n.Tag == tag).Select(n => n.Text)
            .Where(n => n.All(char.IsLetter) && n.Length >= (IsChinese(tag) ? 3 : 6)).ToArray();
        var letters = string.Concat(names);
        var texts = s_draft.ObjectsOf(FileSchemas.Fact).SelectMany(f => WrittenText.Of(f, "text")).Where(t => t.Tag == tag).ToArray();
        random.Shuffle(texts);
        var (edits, misspelt) = (new List<(YamlScalar Node, string Text)>(), new HashSet<string>());
        foreach (var text in texts.Where(_ => edits.Count < Mistakes))
        {
            random.Shuffle(names);
            if (Array.Find(names, n => NameSpan.IsIn(text.Text, n, StringComparison.Ordinal)) is { } name)
            {
                string wrong;
                do
                {
                    wrong = Misspell(name, random.Next(1, name.Length - 1), IsChinese(tag) ? 0 : random.Next(4), char.ToLowerInvariant(letters[random.Next(letters.Length)]));
                }
                while (wrong == name || !misspelt.Add(wrong));

                edits.Add((text.Node, text.Text.Replace(name, wrong, StringComparison.Ordinal)));
            }
        }

        return edits;
    }

    private static List<(YamlScalar Node, string Text)> ExchangedExamples()
    {
        var random = new Random(Seed);
        var chapters = s_draft.ObjectsOf(FileSchemas.Fact).GroupBy(f => f.Location.File.Split('/')[0]).Select(g => g.ToArray()).ToArray();
        var edits = new Dictionary<YamlScalar, string>();
        while (edits.Count < Mistakes)
        {
            var facts = random.GetItems(random.GetItems(chapters, 1)[0], 2);
            var tag = random.GetItems(s_draft.Languages.ToArray(), 1)[0];
            var (one, other) = (Example(facts[0]), Example(facts[1]));
            if (facts[0] != facts[1] && !edits.ContainsKey(one) && !edits.ContainsKey(other))
            {
                (edits[one], edits[other]) = (other.Text, one.Text);
            }

            YamlScalar Example(YamlMapping fact) => random.GetItems(WrittenText.Of(fact, "questions").Where(q => q.Tag == tag).Select(q => q.Node).ToArray(), 1)[0];
        }

        return [.. edits.Select(e => (e.Key, e.Value))];
    }

    private static bool IsChinese(string tag) => tag.StartsWith("zh", StringComparison.Ordinal);

    private static string Misspell(string name, int at, int kind, char letter) => kind switch
    {
        0 => name[..at] + letter + name[(at + 1)..],
        1 => name.Remove(at, 1),
        2 => name[..at] + name[at + 1] + name[at] + name[(at + 2)..],
        _ => name.Insert(at, name[at].ToString()),
    };

    // Those of the mistakes that the check does not find when all of them are in the base.
    private static List<(YamlScalar Node, string Text)> Missed(List<(YamlScalar Node, string Text)> mistakes, string rule)
    {
        Assert.Equal(0, mistakes.Count % Mistakes);
        var texts = s_texts.ToDictionary();
        foreach (var (node, text) in mistakes)
        {
            var lines = texts[node.Location.File].Split('\n');
            lines[node.Location.Line - 1] = lines[node.Location.Line - 1].Replace(node.Text, text, StringComparison.Ordinal);
            texts[node.Location.File] = string.Join('\n', lines);
        }

        var found = FactBaseLoader.Load(texts, proofreads: true).Problems.Where(p => p.Rule == rule).Select(p => p.Location).ToHashSet();
        return [.. mistakes.Where(m => !found.Contains(m.Node.Location))];
    }
}
