using Bot.Facts.Authoring;

namespace Bot.Facts.Tests;

public sealed class FactBaseEditorTests : IDisposable
{
    private const string Call = "2025-02/call.yaml";

    private readonly TemporaryFolder _folder = new SmallBase()
        .Append(Call, "# The end of the call.\n")
        .Change("names/people.yaml", "  - id: putin", "\n  # The president of Russia.\n  - id: putin")
        .ToFolder();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_fact_is_added_below_the_others_and_nothing_else_changes()
    {
        var before = Text(Call);

        var entry = Add(EntryKind.Fact, ("event", "call"), ("kind", "event"), ("about", "trump, us"), ("topics", "calls"), ("evidence", "official-text:bbc-copy"), ("text", "They agreed: it was long."), ("questions", "Did they agree?"), ("questions", "agreement"));

        Assert.Equal("call-they-agree", entry.Id);
        Assert.Equal(
            before.Replace(
                "# The end of the call.\n",
                """
                  - id: call-they-agree
                    kind: event
                    when: 2025-02-12
                    about: [trump, us]
                    topics: [calls]
                    status: unverified
                    evidence: [official-text: bbc-copy]
                    text:
                      en: 'They agreed: it was long.'
                      zh-Hant: TO WRITE text of call-they-agree in zh-Hant
                      zh-Hans: TO WRITE text of call-they-agree in zh-Hans
                      ru: TO WRITE text of call-they-agree in ru
                      uk: TO WRITE text of call-they-agree in uk
                    questions:
                      en:
                        - Did they agree?
                        - agreement
                      zh-Hant:
                        - TO WRITE questions of call-they-agree in zh-Hant
                      zh-Hans:
                        - TO WRITE questions of call-they-agree in zh-Hans
                      ru:
                        - TO WRITE questions of call-they-agree in ru
                      uk:
                        - TO WRITE questions of call-they-agree in uk
                # The end of the call.

                """,
                StringComparison.Ordinal),
            Text(Call));
        AssertOnlyStubs(entry, 8);
    }

    [Fact]
    public void The_upper_bounds_are_raised_and_nothing_else_in_their_file()
    {
        var before = Text("2025-02/chapter.yaml");

        Add(EntryKind.Fact, ("event", "call"), ("kind", "event"), ("about", "us"), ("topics", "calls"), ("evidence", "bbc-copy"));

        Assert.Equal(before.Replace("facts: 2 to 2", "facts: 2 to 3", StringComparison.Ordinal), Text("2025-02/chapter.yaml"));
    }

    [Fact]
    public void A_chapter_and_an_event_with_its_first_fact_are_new_files()
    {
        var chapter = Add(EntryKind.Chapter, ("title", "The second call"), ("title", "uk=Друга розмова"), ("span", "2025-02-27 to 2025-02-28"));
        Assert.Equal(["the chapter 'second-call' has no event yet; add one with facts new event --chapter second-call, or delete the chapter"], chapter.Warnings);
        var @event = Add(EntryKind.Event, ("chapter", "second-call"), ("title", "Another call"), ("when", "2025-02-28"), ("kind", "statement"), ("by", "putin"), ("about", "us"), ("topics", "calls"), ("evidence", "bbc-copy"), ("questions", "What did Putin say?"));

        Assert.Equal(("second-call", "another-call"), (chapter.Id, @event.Id));
        Assert.StartsWith("# yaml-language-server: $schema=../schema/chapter.schema.json\ntitle:\n  en: The second call\n", Text("second-call/chapter.yaml"), StringComparison.Ordinal);
        Assert.Contains("  uk: Друга розмова\nspan: 2025-02-27 to 2025-02-28\n", Text("second-call/chapter.yaml"), StringComparison.Ordinal);
        Assert.StartsWith("# yaml-language-server: $schema=../schema/event.schema.json\nevent:\n  id: another-call\n  when: 2025-02-28\n", Text("second-call/another-call.yaml"), StringComparison.Ordinal);
        Assert.Contains("facts:\n  - id: putin-say\n    kind: statement\n    when: 2025-02-28\n    by: [putin]\n", Text("second-call/another-call.yaml"), StringComparison.Ordinal);
        AssertOnlyStubs(@event, 3 + 4 + 5 + 4);
    }

    [Fact]
    public void A_party_goes_to_the_file_of_its_kind_after_a_blank_line_where_the_others_have_one()
    {
        var before = Text("names/people.yaml");

        Add(EntryKind.Party, ("kind", "person"), ("name", "Jo Bell"), ("aliases", "Bell, Jo"), ("aliases", "Joanna Bell"));
        Add(EntryKind.Party, ("kind", "organisation"), ("name", "The Town Council"));

        Assert.StartsWith(before.TrimEnd('\n'), Text("names/people.yaml"), StringComparison.Ordinal);
        Assert.Contains("  - id: jo-bell\n    kind: person\n    name:\n      en: Jo Bell\n      zh-Hant: TO WRITE name of jo-bell in zh-Hant\n", Text("names/people.yaml"), StringComparison.Ordinal);
        Assert.EndsWith("    aliases: ['Bell, Jo', Joanna Bell]\n", Text("names/people.yaml"), StringComparison.Ordinal);
        Assert.StartsWith("# yaml-language-server: $schema=../schema/parties.schema.json\nparties:\n  - id: town-council\n", Text("names/organisations.yaml"), StringComparison.Ordinal);
        Assert.Contains("parties: 3 to 5\n", Text("base.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_no_fact_uses_yet_is_written_with_a_warning()
    {
        var entry = Add(EntryKind.Source, ("publisher", "The Observer"), ("language", "en"), ("address", "https://example.org/second"), ("title", "The call: what we know"));

        Assert.Equal("call-we-know", entry.Id);
        Assert.Equal(["nothing uses the source 'call-we-know'; name it under a fact's cites or evidence, or delete it"], entry.Warnings);
        Assert.EndsWith(
            "  - id: call-we-know\n    kind: evidence\n    title: 'The call: what we know'\n    publisher: The Observer\n    language: en\n    address: https://example.org/second\n",
            Text("sources/evidence.yaml"),
            StringComparison.Ordinal);

        Add(EntryKind.Fact, ("event", "call"), ("kind", "event"), ("about", "us"), ("topics", "calls"), ("evidence", "call-we-know"));
        Assert.DoesNotContain(FactBaseLoader.Load(_folder.Path, proofreads: true).Problems, p => p.Rule != "stubs");
    }

    [Theory]
    [InlineData("call-held", "evidence=bbc-copy", "the id 'call-held' is taken; choose another")]
    [InlineData("Call", "evidence=bbc-copy", "'Call' is not an id; use at most 48 lower-case letters and digits, in words joined by single hyphens")]
    [InlineData("new", "evidence=bbc", "there is no source 'bbc'; add the source, or remove the id here")]
    [InlineData("new", "status=confirmed", "the fact 'new' has no source; add cites or evidence")]
    [InlineData("new", "text=line\nbreak", "'text' has a line break or a control character; write it on one line")]
    [InlineData("new", "when=2025-02-30", "'2025-02-30' is not a date; write 2025-02-12, 2025-02, 2025, 2025-02-17 to 2025-02-18, before 2025-02-12 or from 2025-02-12, with days that the calendar has")]
    public void What_the_check_would_refuse_is_not_written(string id, string given, string problem)
    {
        var (name, value) = (given[..given.IndexOf('=', StringComparison.Ordinal)], given[(given.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        var entry = Compose(EntryKind.Fact, ("id", id), ("event", "call"), ("kind", "event"), ("about", "us"), ("topics", "calls"), (name, value));

        Assert.Contains(problem, entry.Problems);
    }

    [Fact]
    public void All_that_is_missing_is_said_at_once()
    {
        Assert.Equal(
            ["--event is missing: The event that it belongs to.", "--id is missing: A stable id: changing it is a breaking change.", "--kind is missing: The kind of fact.", "--about is missing: The parties that it is about.", "--topics is missing: The topics that it is about."],
            Compose(EntryKind.Fact).Problems);
        Assert.Equal(["there is no event 'cal'; did you mean 'call'?"], Compose(EntryKind.Fact, ("id", "new"), ("event", "cal"), ("kind", "event"), ("about", "us"), ("topics", "calls")).Problems);
    }

    [Theory]
    [InlineData("names")]
    [InlineData("2025-02")]
    public void A_folder_with_another_meaning_is_no_chapter(string id) =>
        Assert.Equal([$"the id '{id}' is taken; choose another"], Compose(EntryKind.Chapter, ("id", id), ("title", "New")).Problems);

    [Fact]
    public void A_list_in_brackets_is_left_to_the_editor()
    {
        _folder.Write("names/people.yaml", "parties: [{ id: trump, kind: person, name: { en: Trump } }]\n");

        Assert.Equal(
            ["names/people.yaml: nothing can be added under 'parties'; write each of its items on lines of its own, after '- '"],
            Compose(EntryKind.Party, ("kind", "person"), ("name", "Jo Bell")).Problems);
    }

    [Fact]
    public void Line_ends_stay_those_of_the_file_and_a_missing_one_at_the_end_is_added()
    {
        _folder.Write("names/places.yaml", Text("names/places.yaml").TrimEnd('\n').Replace("\n", "\r\n", StringComparison.Ordinal));
        var before = Text("names/places.yaml");

        Add(EntryKind.Party, ("kind", "place"), ("name", "Riyadh"));

        Assert.StartsWith(before + "\r\n  - id: riyadh\r\n", Text("names/places.yaml"), StringComparison.Ordinal);
        Assert.DoesNotContain("\n", Text("names/places.yaml").Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.EndsWith("in uk\r\n", Text("names/places.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_with_an_event_and_with_its_first_fact_is_said_once() =>
        Assert.Equal(
            ["2025-03-05 lies after 2025-03-01, the day up to which the base was verified; fix the date, or as-of in base.yaml"],
            Compose(EntryKind.Event, ("chapter", "2025-02"), ("title", "Later"), ("when", "2025-03-05"), ("kind", "event"), ("about", "us"), ("topics", "calls"), ("evidence", "bbc-copy")).Problems.Where(p => p.Contains("verified", StringComparison.Ordinal)));

    [Fact]
    public void A_file_that_appeared_in_the_meantime_is_not_overwritten()
    {
        var editor = new FactBaseEditor(_folder.Path);
        var entry = editor.Compose(EntryKind.Chapter, Values([("title", "New")]));
        _folder.Write("new/chapter.yaml", "# Somebody else's.\n");

        Assert.Throws<IOException>(() => editor.Write(entry));
        Assert.Equal("# Somebody else's.\n", Text("new/chapter.yaml"));
    }

    [Fact]
    public void An_edit_in_the_meantime_is_not_overwritten()
    {
        var editor = new FactBaseEditor(_folder.Path);
        var entry = editor.Compose(EntryKind.Party, Values([("kind", "person"), ("name", "Jo Bell")]));
        _folder.Write("names/people.yaml", "# Somebody else's.\n");

        var thrown = Assert.Throws<IOException>(() => editor.Write(entry));

        Assert.Equal("names/people.yaml has changed since it was read; run the command again", thrown.Message);
        Assert.Equal("# Somebody else's.\n", Text("names/people.yaml"));
    }

    [Fact]
    public void A_base_without_English_takes_texts_in_its_first_language_and_needs_an_id()
    {
        using var own = new TemporaryFolder();
        foreach (var file in (string[])["base.yaml", "names/topics.yaml", "2025-02/chapter.yaml"])
        {
            own.Write(file, file == "base.yaml" ? "as-of: 2025-03-01\nlanguages: [uk, ru]\n" : "");
        }

        var editor = new FactBaseEditor(own.Path);

        Assert.Null(editor.ProposeId(EntryKind.Chapter, Values([("title", "Розмова")])));
        Assert.Contains(
            "title:\n  uk: Розмова\n  ru: TO WRITE title of talk in ru\n",
            editor.Compose(EntryKind.Chapter, Values([("title", "Розмова"), ("id", "talk")])).Edits.Single().Text,
            StringComparison.Ordinal);
    }

    private NewEntry Add(EntryKind kind, params (string Field, string Value)[] values)
    {
        var editor = new FactBaseEditor(_folder.Path);
        var entry = editor.Compose(kind, Values(values));
        Assert.Empty(entry.Problems);
        editor.Write(entry);
        return entry;
    }

    private NewEntry Compose(EntryKind kind, params (string Field, string Value)[] values) => new FactBaseEditor(_folder.Path).Compose(kind, Values(values));

    private static Dictionary<string, IReadOnlyList<string>> Values((string Field, string Value)[] values) =>
        values.GroupBy(v => v.Field).ToDictionary(v => v.Key, v => (IReadOnlyList<string>)[.. v.Select(p => p.Value)]);

    private void AssertOnlyStubs(NewEntry last, int count)
    {
        var problems = FactBaseLoader.Load(_folder.Path, proofreads: true).Problems;
        Assert.All(problems, p => Assert.Equal("stubs", p.Rule));
        Assert.Equal(count, problems.Length);
        Assert.Empty(last.Stubs.Except(problems.Select(p => p.Location)));
    }

    private string Text(string file) => File.ReadAllText(Path.Combine(_folder.Path, file));
}
