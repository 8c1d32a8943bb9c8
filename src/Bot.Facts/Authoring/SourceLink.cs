using System.Collections.Immutable;
using Bot.Facts.Model;

namespace Bot.Facts.Authoring;

/// <summary>An address of a source, with what would lose its proof if the page were gone.</summary>
/// <param name="Address">The address.</param>
/// <param name="Source">The source's id.</param>
/// <param name="Facts">The facts that need it.</param>
/// <param name="Offices">The ids of the people whose offices need it.</param>
/// <param name="CopyOf">The ids of the references of which it is a copy.</param>
public sealed record SourceLink(string Address, string Source, ImmutableArray<LinkUse> Facts, ImmutableArray<string> Offices, ImmutableArray<string> CopyOf)
{
    /// <summary>The addresses of a base, in the order of its sources.</summary>
    public static ImmutableArray<SourceLink> Of(FactBase facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return
        [
            .. facts.Sources.Where(s => s.Url is not null).Select(source => new SourceLink(
                source.Url!,
                source.Id,
                [.. facts.Facts.SelectMany(f => Uses(f, source))],
                [.. facts.Parties.Where(p => p.Roles.Any(r => r.Sources.Contains(source))).Select(p => p.Id)],
                [.. facts.Sources.Where(s => s.Copies.Contains(source.Id)).Select(s => s.Id)])),
        ];
    }

    private static IEnumerable<LinkUse> Uses(Fact fact, Source source) =>
        fact.Evidence.Where(e => e.Source == source).Select(e => new LinkUse(fact.Id, e.Role.ToWord()))
            .Concat(fact.Cites.Contains(source) ? [new LinkUse(fact.Id, LinkUse.Cited)] : []);
}

/// <summary>A fact that needs a page.</summary>
/// <param name="Fact">The fact's id.</param>
/// <param name="Role">What the page does for it: the word of its <see cref="EvidenceRole"/>, or <see cref="Cited"/> for a reference of the article.</param>
public sealed record LinkUse(string Fact, string Role)
{
    /// <summary>The role of a reference that the article gives.</summary>
    public const string Cited = "cited";
}
