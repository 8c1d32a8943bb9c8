using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Releases;
using Bot.Facts.Schema;
using Bot.Facts.Spelling;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>
/// The file of a release is named for its day. It names each fact once, and changes only facts that it lists; a removed one is listed in the
/// release before. The base need not have them: a fact may have been removed since.
/// </summary>
internal sealed class InconsistentReleases : IRule
{
    private static readonly string s_removed = ChangeKind.Removed.ToWord();

    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        HashSet<string>? before = null;
        foreach (var file in draft.Files.Where(f => f.Schema == ReleaseSchemas.File).OrderBy(f => ReleaseReader.NameOf(f.Path)))
        {
            if (file.Root is not YamlMapping release)
            {
                continue;
            }

            if (NameProblem(file.Path, release) is { } problem)
            {
                yield return problem;
            }

            var (facts, changes) = (Facts(release, "facts"), Facts(release, "changes"));
            var listed = facts.Select(f => f.Text).ToHashSet();
            foreach (var twice in Repeated(facts).Concat(Repeated(changes)))
            {
                yield return new Problem(twice.Location, $"the fact '{twice.Text}' is listed twice", "keep one of them");
            }

            if (facts.Count == 0)
            {
                // The list is missing or unreadable, which is a problem of its own.
                before = null;
                continue;
            }

            foreach (var unknown in release.Maps("changes").Select(c => ChangeProblem(c, listed, before)).OfType<Problem>())
            {
                yield return unknown;
            }

            before = listed;
        }
    }

    private static Problem? NameProblem(string path, YamlMapping release)
    {
        if (release["released"] is not YamlScalar day || !FactDate.TryParseDay(day.Text, out var released))
        {
            return null;
        }

        return ReleaseReader.NameOf(path)?.Day == released
            ? null
            : new Problem(day.Location, $"the file of the release of {day.Text} has another name", $"name it {day.Text}.yaml, and a later one of that day {day.Text}-2.yaml");
    }

    private static Problem? ChangeProblem(YamlMapping change, HashSet<string> listed, HashSet<string>? before)
    {
        if (change["fact"] is not YamlScalar fact)
        {
            return null;
        }

        if (change.Text("kind") != s_removed)
        {
            return listed.Contains(fact.Text) ? null : new Problem(fact.Location, $"the release has no fact '{fact.Text}'", Suggest(fact.Text, listed));
        }

        if (listed.Contains(fact.Text))
        {
            return new Problem(fact.Location, $"the fact '{fact.Text}' is removed, but the release has it", "fix the kind of the change");
        }

        return before?.Contains(fact.Text) == false ? new Problem(fact.Location, $"the release before has no fact '{fact.Text}'", Suggest(fact.Text, before)) : null;
    }

    private static string Suggest(string id, IReadOnlySet<string> ids) =>
        ClosestMatch.Find(id, ids) is { } closest ? $"did you mean '{closest}'?" : "remove the change";

    private static List<YamlScalar> Facts(YamlMapping release, string key) => [.. release.Maps(key).Select(f => f["fact"]).OfType<YamlScalar>()];

    private static IEnumerable<YamlScalar> Repeated(List<YamlScalar> facts) => facts.GroupBy(f => f.Text).SelectMany(g => g.Skip(1));
}
