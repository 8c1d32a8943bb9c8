using Bot.Facts.Parsing;
using Bot.Facts.Rules;

namespace Bot.Facts.Tests.Rules;

public sealed class RuleSetTests
{
    [Fact]
    public void All_problems_of_all_rules_are_reported_at_once_in_the_order_of_files_and_lines()
    {
        Assert.Equal(
            [
                "2025-02/call.yaml:9:11: '2025-02-30' is not a date; write 2025-02-12, 2025-02, 2025, 2025-02-17 to 2025-02-18, before 2025-02-12 or from 2025-02-12, with days that the calendar has",
                "2025-02/call.yaml:10:13: there is no party 'tramp'; did you mean 'trump'?",
                "2025-02/call.yaml:18:5: the statement 'call-length' does not name who makes it; add by: with the ids of the speakers",
                "2025-02/chapter.yaml:3:13: no fact covers S03; add it to the statements of the fact that says it",
                "base.yaml:4:12: there are 3 parties, but 9 to 9 are declared; find the content that was lost or added by mistake, or change the bounds",
                "names/people.yaml:4:5: unknown key 'knd'; did you mean 'kind'?",
                "names/people.yaml:19:17: 'Putin' means both 'trump' and 'putin'; keep it on one of them",
            ],
            new SmallBase()
                .Change("2025-02/call.yaml", "kind: event\n    when: 2025-02-12", "kind: event\n    when: 2025-02-30")
                .Change("2025-02/call.yaml", "about: [trump, putin]", "about: [tramp, putin]")
                .Change("2025-02/call.yaml", "    by: [trump]\n", "")
                .Change("2025-02/chapter.yaml", "1 to 2\nbounds", "1 to 3\nbounds")
                .Change("base.yaml", "parties: 3 to 3", "parties: 9 to 9")
                .Change("names/people.yaml", "    kind: person\n    side", "    kind: person\n    knd: person\n    side")
                .Change("names/people.yaml", "aliases: [Donald J. Trump]", "aliases: [Putin]")
                .Problems());
    }

    [Fact]
    public void A_file_that_is_not_YAML_does_not_hide_what_is_wrong_in_the_others()
    {
        Assert.Equal(
            [
                "names/people.yaml:2:1: this is not YAML: While parsing a node, did not find expected node content; fix the indentation or quote the text that holds ': ' or ' #'",
                "sources/evidence.yaml:4:5: unknown key 'publsher'; did you mean 'publisher'?",
            ],
            new SmallBase()
                .Write("names/people.yaml", "parties: [")
                .Change("sources/evidence.yaml", "publisher", "publsher")
                .Problems());
    }

    [Fact]
    public void Every_rule_is_in_use()
    {
        var rules = typeof(IRule).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IRule)) && t.IsClass).Select(t => t.Name);
        Assert.Equal(rules.Order(), RuleSet.AllRules.Select(r => r.GetType().Name).Order());
    }

    [Fact]
    public void A_base_that_lost_any_of_its_lines_is_loaded_or_refused_but_never_breaks_the_loader()
    {
        using var folder = new SmallBase().ToFolder();
        foreach (var file in new SmallBase().Files)
        {
            var sound = new SmallBase()[file];
            var lines = sound.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                foreach (var line in Broken(lines[i]))
                {
                    folder.Write(file, string.Join('\n', [.. lines[..i], .. line, .. lines[(i + 1)..]]));
                    var result = FactBaseLoader.Load(folder.Path);
                    Assert.Equal(result.Base is null, result.Problems.Length > 0);
                }
            }

            folder.Write(file, sound);
        }
    }

    private static IEnumerable<string[]> Broken(string line)
    {
        var key = line[..(line.IndexOf(':') + 1)];
        return [[], [key], [key + " {}"], [key + " [[a], {b: c}]"]];
    }
}
