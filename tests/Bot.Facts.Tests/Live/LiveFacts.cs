using Bot.Facts.Model;

namespace Bot.Facts.Tests.Live;

/// <summary>The base that is served, loaded once.</summary>
internal static class LiveFacts
{
    /// <summary>What came of loading it.</summary>
    public static LoadResult Result { get; } = FactBaseLoader.Load(Repository.Facts);

    /// <summary>The base.</summary>
    public static FactBase Base => Result.Base ?? throw new InvalidOperationException(string.Join('\n', Result.Problems));

    /// <summary>Every text that a reader may see, with the name of where it stands.</summary>
    public static IEnumerable<(string Where, LocalizedText Text)> Texts =>
    [
        .. Base.Facts.Select(f => (f.Id, f.Text)),
        .. Base.Facts.Where(f => f.Note is not null).Select(f => (f.Id + " note", f.Note!)),
        .. Base.Events.Select(e => (e.Id, e.Title)),
        .. Base.Chapters.Select(c => (c.Id, c.Title)),
        .. Base.Topics.Select(t => (t.Id, t.Name)),
        .. Base.Parties.SelectMany(p => ((string, LocalizedText)[])[(p.Id, p.Name), (p.Id + " short", p.ShortName)]),
        .. Base.Parties.SelectMany(p => p.Roles.Select(r => (p.Id + " role", r.Title))),
        .. Base.Sources.SelectMany(s => s.Defects.Select(d => (s.Id, d))),
    ];
}
