using System.Text.Json;
using Bot.Cli;
using Bot.Configuration;
using Bot.Facts;
using Bot.Facts.Authoring;

namespace Bot.Tests;

[Trait("Program", "Published")]
public sealed class NewCommandTests : IDisposable
{
    private readonly ProgramFolder _work = new();
    private readonly string _facts;

    public NewCommandTests()
    {
        _facts = Path.Combine(_work.Folder, "facts");
        _work.Variables["Facts__Path"] = _facts;
        foreach (var file in FactFiles.Find(OpeningHours.Folder).Paths)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_facts, file))!);
            File.Copy(Path.Combine(OpeningHours.Folder, file), Path.Combine(_facts, file));
        }
    }

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task A_fact_is_added_from_the_command_line_without_a_question_where_there_is_no_terminal()
    {
        var added = await _work.RunAsync(
            "facts", "new", "fact", "--event", "tickets", "--kind", "background", "--about", "museum,town", "--topics", "prices", "--evidence", "museum-visit",
            "--text", "Dogs pay 2 pounds.", "--questions", "What do dogs pay?", "--questions", "ticket for a dog", "--questions", "May I bring my dog?");
        var incomplete = await _work.RunAsync("facts", "new", "fact", "--event", "tickets");

        Assert.Equal((0, "", "fact price-dogs-pay\nvisiting/tickets.yaml: 14 lines added\n"), (added.ExitCode, added.Error, added.Output));
        Assert.Equal("Dogs pay 2 pounds.", SampleBase.Load(_facts).FindFact("price-dogs-pay")!.Text.ToString());
        Assert.Equal((2, ""), (incomplete.ExitCode, incomplete.Output));
        Assert.Equal("--kind is missing: The kind of fact.", incomplete.Error.Split('\n')[0]);
        Assert.EndsWith("\nNothing was written.", incomplete.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_still_to_be_written_is_listed_by_place()
    {
        var (code, output, error) = Write(EntryKind.Event, false, ("chapter", "visiting"), ("title", "The café"), ("when", "from 2026-01-01"), ("kind", "background"), ("about", "museum"), ("topics", "visit"), ("evidence", "leaflet"));

        Assert.Equal((ExitCode.Ok, ""), (code, error));
        Assert.Equal(
            """
            event cafe
            visiting/cafe.yaml: 23 lines written
            visiting/cafe.yaml:20:11: to be written
            visiting/cafe.yaml:23:11: to be written

            """,
            output);
    }

    [Theory]
    [InlineData("quotes:leaflet")]
    [InlineData("quotes: leaflet")]
    public void The_role_of_a_page_stands_before_it_with_or_without_a_blank(string evidence)
    {
        var (code, _, error) = Write(EntryKind.Event, false, ("chapter", "visiting"), ("title", "The café"), ("when", "from 2026-01-01"), ("kind", "background"), ("about", "museum"), ("topics", "visit"), ("evidence", evidence));

        Assert.Equal((ExitCode.Ok, ""), (code, error));
        Assert.Contains("evidence: [quotes: leaflet]", File.ReadAllText(Path.Combine(_facts, "visiting", "cafe.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_id_the_files_the_stubs_and_the_warnings()
    {
        var (_, output, _) = Write(EntryKind.Source, true, ("publisher", "Eastmere Gazette"), ("language", "en"), ("address", "https://gazette.example/cats"), ("title", "Café “Cat”"));

        Assert.Equal(
            """{"id":"cafe-cat","files":[{"path":"sources/evidence.yaml","isNew":false,"change":"6 lines added"}],"stubs":[],"warnings":["nothing uses the source 'cafe-cat'; name it under a fact's cites or evidence, or delete it"]}""" + "\n",
            output);
    }

    [Fact]
    public void Nothing_is_written_when_there_is_a_problem()
    {
        var before = Files();

        var (code, output, error) = Write(EntryKind.Party, false, ("kind", "person"), ("name", "Mara Holt"), ("id", "holt"));

        Assert.Equal((ExitCode.InvalidUsage, "", "the id 'holt' is taken; choose another\nNothing was written.\n"), (code, output, error));
        Assert.Equal(before, Files());
    }

    [Fact]
    public void A_curator_at_a_terminal_is_asked_for_what_is_missing()
    {
        var asked = new StringWriter { NewLine = "\n" };
        var lines = new Queue<string?>(["persn", "person", "Jo Bell", ""]);
        var values = new Dictionary<string, IReadOnlyList<string>>();

        new Questionnaire(lines.Dequeue, asked).Complete(EntryKind.Party, new FactBaseEditor(_facts), values);

        Assert.Equal(
            "The kind of party.\nkind (person, place, organisation): kind (person, place, organisation): The full name, in each language.\nname: id [jo-bell]: ",
            asked.ToString());
        Assert.Equal("{\"kind\":[\"person\"],\"name\":[\"Jo Bell\"],\"id\":[\"jo-bell\"]}", JsonSerializer.Serialize(values));
    }

    [Fact]
    public void The_file_of_a_source_and_its_id_are_proposed_and_an_empty_answer_takes_them()
    {
        using var asked = new StringWriter { NewLine = "\n" };
        var values = new Dictionary<string, IReadOnlyList<string>> { ["publisher"] = ["Gazette"], ["language"] = ["en"], ["address"] = ["https://gazette.example/"], ["title"] = ["Cats"], ["published"] = ["2026-01-01"] };

        new Questionnaire(() => "", asked).Complete(EntryKind.Source, new FactBaseEditor(_facts), values);

        Assert.EndsWith("\nfile [evidence]: id [cats]: ", asked.ToString(), StringComparison.Ordinal);
        Assert.Equal(("evidence", "cats"), (values["file"].Single(), values["id"].Single()));
    }

    [Fact]
    public void A_chapter_tells_the_commands_that_come_next_in_the_order_of_the_guide()
    {
        var (_, text, _) = Write(EntryKind.Chapter, false, ("title", "The cellar"));
        var (_, json, _) = Write(EntryKind.Chapter, true, ("title", "The tower"));
        var guide = File.ReadAllText(Path.Combine(Repository.Facts, "README.md")).Split("\n## A new chapter\n")[1];

        Assert.Contains("warning: the chapter 'cellar' has no event yet; add one with facts new event --chapter cellar, or delete the chapter\nNext, in this order", text, StringComparison.Ordinal);
        Assert.EndsWith("\n  facts check\n  facts try --only cellar\n  facts status\n  facts release\n", text, StringComparison.Ordinal);
        Assert.Equal(ChapterSteps.Of("tower"), JsonDocument.Parse(json).RootElement.GetProperty("next").EnumerateArray().Select(s => s.GetString()!));
        var places = ChapterSteps.Of("CHAPTER").Select(step => guide.IndexOf($"`{step}`", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void An_input_that_ends_leaves_the_rest_out()
    {
        var values = new Dictionary<string, IReadOnlyList<string>> { ["event"] = ["tickets"] };

        new Questionnaire(() => null, TextWriter.Null).Complete(EntryKind.Fact, new FactBaseEditor(_facts), values);

        Assert.All(values.Where(v => v.Key is not ("event" or "id")), v => Assert.Empty(v.Value));
        Assert.Equal(["tickets"], values["id"]);
    }

    private (int Code, string Output, string Error) Write(EntryKind kind, bool json, params (string Field, string Value)[] values)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var given = values.ToDictionary(v => v.Field, v => (IReadOnlyList<string>)[v.Value]);
        return (NewCommand.Write(new FactBaseEditor(_facts), kind, given, json, output, error), output.ToString(), error.ToString());
    }

    private string Files() => string.Concat(Directory.GetFiles(_facts, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText));
}
