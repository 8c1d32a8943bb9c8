using Bot.Facts.Model;
using Bot.Testing;

namespace Bot.Facts.Tests;

/// <summary>The base that is served, loaded once.</summary>
internal static class RealBase
{
    public static LoadResult Result { get; } = FactBaseLoader.Load(Repository.Facts);

    public static FactBase Facts => Result.Base ?? throw new InvalidOperationException(string.Join('\n', Result.Problems));

    public static IEnumerable<Fact> Covering(string statement) => Facts.Facts.Where(f => f.Statements.Contains(statement));

    public static Fact TheOneOn(string statement) => Covering(statement).Single();

    /// <summary>Every text that a reader may see, with the name of where it stands.</summary>
    public static IEnumerable<(string Where, LocalText Text)> Texts =>
    [
        .. Facts.Facts.Select(f => (f.Id, f.Text)),
        .. Facts.Facts.Select(f => (f.Id + " note", f.Note)),
        .. Facts.Events.Select(e => (e.Id, e.Title)),
        .. Facts.Chapters.Select(c => (c.Id, c.Title)),
        .. Facts.Topics.Select(t => (t.Id, t.Name)),
        .. Facts.Parties.SelectMany(p => ((string, LocalText)[])[(p.Id, p.Name), (p.Id + " short", p.Short)]),
        .. Facts.Parties.SelectMany(p => p.Roles.Select(r => (p.Id + " role", r.Title))),
        .. Facts.Sources.SelectMany(s => s.Defects.Select(d => (s.Id, d))),
    ];
}
