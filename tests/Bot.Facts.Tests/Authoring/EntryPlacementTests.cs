using Bot.Facts.Authoring;

namespace Bot.Facts.Tests.Authoring;

public sealed class EntryPlacementTests : IDisposable
{
    private readonly TemporaryFolder _folder = new SmallBase().ToFolder();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_meeting_that_is_given_is_written_and_otherwise_the_file_shows_how()
    {
        (string, string)[] given = [("chapter", "2025-02"), ("title", "Another call"), ("when", "2025-02-28"), ("kind", "event"), ("about", "trump, putin"), ("topics", "calls"), ("evidence", "bbc-copy")];

        Assert.Contains(
            "in uk\n  meetings:\n    - { form: call, between: [trump, putin], place: [us] }\n  # The facts that answer questions about the whole event: see The main event in facts/README.md.\n  # overview: { whole: [another-call], outcome: [ID], participants: [ID] }\nfacts:\n",
            Compose(EntryKind.Event, [.. given, ("form", "call"), ("between", "trump,putin"), ("place", "us")]).Edits[0].Text,
            StringComparison.Ordinal);
        Assert.Contains(
            "in uk\n  # Who met, if anybody did: see Meetings in facts/README.md.\n  # meetings: [{ form: in-person, between: [ID, ID], place: [ID] }]\n  # The facts that",
            Compose(EntryKind.Event, given).Edits[0].Text,
            StringComparison.Ordinal);
        Assert.Equal(["--between is of a meeting; give --form and --between, too"], Compose(EntryKind.Event, [.. given, ("between", "trump,putin")]).Problems);
    }

    [Fact]
    public void A_source_goes_where_the_curator_says_if_several_files_have_its_kind()
    {
        (string, string)[] given = [("publisher", "The Observer"), ("language", "en"), ("address", "https://example.org/second")];
        Assert.Equal("evidence", new FactBaseEditor(_folder.Path).ProposeFile(EntryKind.Source, Values(given)));
        _folder.Write("sources/later.yaml", Text("sources/evidence.yaml").Replace("bbc-copy", "later-copy", StringComparison.Ordinal));

        Assert.Null(new FactBaseEditor(_folder.Path).ProposeFile(EntryKind.Source, Values(given)));
        Assert.Equal(["--file is missing: several files have sources of the kind evidence; use one of: evidence, later, or the name of a chapter"], Compose(EntryKind.Source, given).Problems);
        Assert.Equal(["there is no file sources/latr.yaml; did you mean 'later'?"], Compose(EntryKind.Source, [.. given, ("file", "latr")]).Problems);
        Assert.Equal(["there is no file sources/2026-11-xyz.yaml; use one of: evidence, later, references, or the name of a chapter"], Compose(EntryKind.Source, [.. given, ("file", "2026-11-xyz")]).Problems);
        Assert.Equal(("sources/later.yaml", false), (Compose(EntryKind.Source, [.. given, ("file", "sources/later.yaml")]).Edits[0].Path, Compose(EntryKind.Source, [.. given, ("file", "later")]).Edits[0].IsNew));
        Assert.Equal(("sources/2025-02.yaml", true), (Compose(EntryKind.Source, [.. given, ("file", "2025-02")]).Edits[0].Path, Compose(EntryKind.Source, [.. given, ("file", "2025-02")]).Edits[0].IsNew));
    }

    [Theory]
    [InlineData("aliases", "ru=Джо Белл", "--aliases 'ru=Джо Белл': it is the same for all languages; give 'Джо Белл' without 'ru='")]
    [InlineData("short", "zh-TW=貝爾", "--short 'zh-TW=貝爾': write the form of a region into the file, under 'zh-TW'")]
    [InlineData("short", "UK=Белл", "--short 'UK=Белл': the base has no language 'UK'; its languages are en, zh-Hant, zh-Hans, ru, uk")]
    public void A_language_where_there_is_none_is_refused_with_the_right_form(string field, string value, string problem) =>
        Assert.Equal([problem], Compose(EntryKind.Party, ("kind", "person"), ("name", "Jo Bell"), (field, value)).Problems);

    private NewEntry Compose(EntryKind kind, params (string Field, string Value)[] values) => new FactBaseEditor(_folder.Path).Compose(kind, Values(values));

    private static Dictionary<string, IReadOnlyList<string>> Values(params (string Field, string Value)[] values) =>
        values.GroupBy(v => v.Field).ToDictionary(v => v.Key, v => (IReadOnlyList<string>)[.. v.Select(p => p.Value)]);

    private string Text(string file) => File.ReadAllText(Path.Combine(_folder.Path, file));
}
