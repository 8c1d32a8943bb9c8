using System.Collections.Immutable;
using Bot.Facts.Model;
using Bot.Facts.Yaml;

namespace Bot.Facts.Parsing;

/// <summary>Builds what a base says of itself from <c>base.yaml</c>, with defaults from its facts.</summary>
/// <param name="file">The root of <c>base.yaml</c>.</param>
/// <param name="texts">Makes the texts for each locale.</param>
/// <param name="parties">The parties by id, in the order of the files; at least one.</param>
/// <param name="facts">The facts, in their order; at least one.</param>
internal sealed class BaseProfileBuilder(YamlMapping file, RegionalTexts texts, IReadOnlyDictionary<string, Party> parties, ImmutableArray<Fact> facts)
{
    /// <summary>Builds the profile.</summary>
    public BaseProfile Build() => new()
    {
        Name = texts.TextOrNull(file, "name"),
        Description = texts.TextOrNull(file, "description"),
        ShortDescription = texts.TextOrNull(file, "short-description"),
        About = texts.TextOrNull(file, "about"),
        CheckedAgainst = texts.TextOrNull(file, "checked-against"),
        Sides = file["sides"] is null ? SidesOfFacts() : [.. file.Scalars("sides").Select(s => parties[s.Text])],
        Remarks = [.. file.Maps("remarks").Select(Remark)],
        Overview = Overview(),
        Examples = Examples(),
    };

    private DatedRemark Remark(YamlMapping remark) => new(
        FactDate.TryParse(remark.Text("when")!, out var when) ? when : throw new InvalidOperationException($"The draft was not checked: {remark.Text("when")}."),
        texts.Text((YamlMapping)remark["text"]!));

    private Dictionary<BaseOverviewKind, ImmutableArray<Fact>> Overview()
    {
        var overview = new Dictionary<BaseOverviewKind, ImmutableArray<Fact>>();
        if (file["overview"] is YamlMapping kinds)
        {
            var byId = facts.ToDictionary(f => f.Id);
            foreach (var (key, _) in kinds.Entries)
            {
                overview[EnumWords.Parse<BaseOverviewKind>(key.Text)] = [.. kinds.Scalars(key.Text).Select(s => byId[s.Text]).OrderByDescending(f => f.Date.SortDay)];
            }
        }

        return overview;
    }

    private BaseExamples Examples()
    {
        var examples = file["examples"] as YamlMapping;
        return new BaseExamples(
            FactOf("ask") ?? facts[0],
            FactOf("fact") ?? facts[0],
            PartyOf("who") ?? parties.Values.FirstOrDefault(p => p.Kind == PartyKind.Person) ?? parties.Values.First(),
            PartyOf("statements") ?? facts.Where(f => f.Kind is FactKind.Statement or FactKind.Position).SelectMany(f => f.By).FirstOrDefault() ?? parties.Values.First());

        Fact? FactOf(string key) => examples?.Text(key) is { } id ? facts.First(f => f.Id == id) : null;
        Party? PartyOf(string key) => examples?.Text(key) is { } id ? parties[id] : null;
    }

    private ImmutableArray<Party> SidesOfFacts() => [.. facts.SelectMany(f => f.By).Select(p => p.Side).OfType<string>().Distinct().Select(id => parties[id])];
}
