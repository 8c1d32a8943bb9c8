using System.Text;
using Bot.Facts.Model;

namespace Bot.Facts.Tests;

public sealed class FactBaseLoaderTests
{
    private const string Missing = "the file is missing; add it: facts/README.md shows an example";

    [Fact]
    public void A_valid_folder_becomes_a_base()
    {
        var loaded = new SmallBase().Load().Base!;
        Assert.Equal(new DateOnly(2025, 3, 1), loaded.AsOf);
        Assert.Equal(["2025-02"], loaded.Chapters.Select(c => c.Id));
        Assert.Equal(["call"], loaded.Events.Select(e => e.Id));
        Assert.Equal(["call-held", "call-length"], loaded.Facts.Select(f => f.Id));
        Assert.Equal(["trump", "putin", "us"], loaded.Parties.Select(p => p.Id));
        Assert.Equal(["calls"], loaded.Topics.Select(t => t.Id));
        Assert.Equal(["article", "ref-10", "bbc-copy"], loaded.Sources.Select(s => s.Id));
    }

    [Fact]
    public void A_fact_has_all_that_is_written_of_it()
    {
        var loaded = new SmallBase().Load().Base!;
        var fact = loaded.FindFact("call-length")!;
        Assert.Equal("call", fact.Event);
        Assert.Equal(["S02"], fact.Statements);
        Assert.Equal(FactKind.Statement, fact.Kind);
        Assert.Equal(FactDate.Day(new DateOnly(2025, 2, 12)), fact.Date);
        Assert.Equal([loaded.FindParty("trump")!], fact.By);
        Assert.Equal([loaded.FindParty("putin")!], fact.About);
        Assert.Equal([loaded.FindTopic("calls")!], fact.Topics);
        Assert.Equal([loaded.FindFootnote(10)!], fact.Cites);
        Assert.Empty(fact.Evidence);
        Assert.Equal(VerificationStatus.Unverified, fact.Status);
        Assert.Equal("時間很長。", fact.Text[Locale.HongKong]);
        Assert.Equal("Так в статье.", fact.Note![Locale.Russian]);
        Assert.Equal(["How long was it", "多久？", "多久？", "Как долго", "Як довго"], fact.Questions.SelectMany(q => q));
    }

    [Fact]
    public void A_fact_was_checked_on_its_own_day_or_else_on_that_of_the_base()
    {
        var loaded = new SmallBase().Change("2025-02/call.yaml", "evidence: [bbc-copy]", "evidence: [bbc-copy]\n    checked: 2025-03-09").Load().Base!;
        Assert.Equal(new DateOnly(2025, 3, 9), loaded.FindFact("call-held")!.Checked);
        Assert.Equal(new DateOnly(2025, 3, 1), loaded.FindFact("call-length")!.Checked);
        Assert.Equal(new DateOnly(2025, 3, 1), loaded.AsOf);
    }

    [Fact]
    public void A_party_has_every_spelling_once_and_its_roles()
    {
        var trump = new SmallBase().Change("names/people.yaml", "[Donald J. Trump]", "[Donald J. Trump, TRUMP]").Load().Base!.FindParty("trump")!;
        Assert.Equal(
            ["Donald Trump", "當勞·特朗普", "唐纳德·特朗普", "Дональд Трамп", "Trump", "特朗普", "Трамп", "唐納·川普", "川普", "Donald J. Trump"],
            trump.Spellings);
        var role = Assert.Single(trump.Roles);
        Assert.Equal(("总统", new DateOnly(2017, 1, 20), new DateOnly(2021, 1, 20)), (role.Title[Locale.SimplifiedChinese], role.From!.Value, role.Until!.Value));
        Assert.Equal(["article"], role.Sources.Select(s => s.Id));
    }

    [Fact]
    public void Roles_come_in_the_order_of_time()
    {
        const string Title = "{ en: Guest, zh-Hant: 客, zh-Hans: 客, ru: гость, uk: гість }";
        var trump = new SmallBase()
            .Change("names/people.yaml", "    roles:\n", $"    roles:\n      - title: {Title}\n        from: 2025-01-20\n        sources: [article]\n")
            .Load().Base!.FindParty("trump")!;
        Assert.Equal(["President", "Guest"], trump.Roles.Select(r => r.Title[Locale.English]));
    }

    [Fact]
    public void Chapters_and_events_come_in_the_order_of_time_whatever_their_files_are_called()
    {
        var call = new SmallBase()["2025-02/call.yaml"];
        var loaded = new SmallBase()
            .Write("2024/chapter.yaml", new SmallBase()["2025-02/chapter.yaml"].Replace("span: 2025-02-01", "span: 2025-01-01", StringComparison.Ordinal))
            .Write("2024/first.yaml", Renamed("first"))
            .Write("2025-02/a.yaml", Renamed("last").Replace("id: last\n  when: 2025-02-12", "id: last\n  when: 2025-02-13", StringComparison.Ordinal))
            .Change("2025-02/chapter.yaml", "events: 1 to 1\n  facts: 2 to 2", "events: 2 to 2\n  facts: 4 to 4")
            .Load().Base!;
        Assert.Equal(["2024", "2025-02"], loaded.Chapters.Select(c => c.Id));
        Assert.Equal(["first", "call", "last"], loaded.Events.Select(e => e.Id));

        string Renamed(string id) => call.Replace("id: call", "id: " + id, StringComparison.Ordinal);
    }

    [Fact]
    public void The_article_comes_first_then_the_references_by_number_then_the_evidence()
    {
        var loaded = new SmallBase()
            .Change("sources/references.yaml", "  - id: article", "  - id: ref-11\n    kind: reference\n    footnote: 11\n    title: Eleven\n    language: en\n  - id: article")
            .Append("sources/references.yaml", "  - id: ref-2\n    kind: reference\n    footnote: 2\n    title: Two\n    language: en\n")
            .Change("2025-02/call.yaml", "cites: [ref-10]\n    status: confirmed", "cites: [ref-2, ref-10, ref-11]\n    status: confirmed")
            .Change("base.yaml", "references: 1 to 1", "references: 3 to 3")
            .Load().Base!;
        Assert.Equal(["article", "ref-2", "ref-10", "ref-11", "bbc-copy"], loaded.Sources.Select(s => s.Id));
    }

    [Fact]
    public void The_facts_on_a_source_cite_it_or_were_checked_against_it()
    {
        var loaded = new SmallBase().Load().Base!;
        Assert.Equal(["call-held", "call-length"], loaded.FactsCiting(loaded.FindSource("ref-10")!).Select(f => f.Id));
        Assert.Equal(["call-held"], loaded.FactsCiting(loaded.FindSource("bbc-copy")!).Select(f => f.Id));
        Assert.Empty(loaded.FactsCiting(loaded.FindSource("article")!));
    }

    [Fact]
    public void What_the_base_does_not_have_is_null()
    {
        var loaded = new SmallBase().Load().Base!;
        Assert.Null(loaded.FindFact("x"));
        Assert.Null(loaded.FindEvent("x"));
        Assert.Null(loaded.FindParty("x"));
        Assert.Null(loaded.FindTopic("x"));
        Assert.Null(loaded.FindSource("x"));
        Assert.Null(loaded.FindFootnote(31));
    }

    [Fact]
    public void A_missing_folder_is_a_problem()
    {
        using var folder = new TemporaryFolder();
        var missing = Path.Combine(folder.Path, "facts");
        var result = FactBaseLoader.Load(missing);
        Assert.Null(result.Base);
        Assert.Equal([missing + ":1:1: there is no such folder; set Facts:Path to the folder of the base"], result.Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_a_problem()
    {
        using var folder = new TemporaryFolder();
        folder.Write("facts", "");
        var result = FactBaseLoader.Load(Path.Combine(folder.Path, "facts"));
        Assert.Null(result.Base);
        Assert.StartsWith(Path.Combine(folder.Path, "facts") + ":1:1: ", Assert.Single(result.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_folder_lacks_every_file()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(
            [
                "<chapter>/chapter.yaml:1:1: " + Missing,
                "base.yaml:1:1: " + Missing,
                "names/people.yaml:1:1: " + Missing,
                "names/topics.yaml:1:1: " + Missing,
                "sources/evidence.yaml:1:1: " + Missing,
            ],
            FactBaseLoader.Load(folder.Path).Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void A_missing_file_is_reported_together_with_what_is_wrong_in_another()
    {
        Assert.Equal(
            [
                "base.yaml:1:1: " + Missing,
                "sources/evidence.yaml:4:5: unknown key 'publsher'; did you mean 'publisher'?",
            ],
            new SmallBase().Remove("base.yaml").Change("sources/evidence.yaml", "publisher", "publsher").Problems());
    }

    [Fact]
    public void A_chapter_has_its_chapter_file()
    {
        Assert.Equal(
            ["2025-03/talk.yaml:1:1: its folder has no 2025-03/chapter.yaml; add it: facts/README.md shows an example"],
            new SmallBase().Write("2025-03/talk.yaml", new SmallBase()["2025-02/call.yaml"]).Problems());
    }

    [Theory]
    [InlineData("notes.yaml")]
    [InlineData("2025-02/old/call.yaml")]
    [InlineData("schema/base.yaml")]
    [InlineData("names/more.yml")]
    public void A_file_where_none_belongs_is_a_problem(string file)
    {
        Assert.Equal(
            [file + ":1:1: this is not a file of the base; give it the extension .yaml and move it to names/, sources/ or a chapter's folder"],
            new SmallBase().Write(file, "a: 1\n").Problems());
    }

    [Fact]
    public void A_file_of_another_kind_is_not_read() =>
        Assert.Empty(new SmallBase().Write("README.md", "# Facts\n").Write("schema/base.schema.json", "{").Problems());

    [Fact]
    public void A_file_that_is_not_UTF_8_is_a_problem()
    {
        using var folder = new SmallBase().ToFolder();
        folder.Write("names/places.yaml", Encoding.Unicode.GetBytes(new SmallBase()["names/places.yaml"] + "\ud800"));
        Assert.Equal(
            ["names/places.yaml:1:1: the file is not UTF-8; save it as UTF-8"],
            FactBaseLoader.Load(folder.Path).Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm() =>
        Assert.Empty(new SmallBase().Write("base.yaml", "\uFEFF" + new SmallBase()["base.yaml"]).Problems());

    [Fact]
    public void A_file_that_is_too_large_is_a_problem()
    {
        const int Most = 4 * 1024 * 1024;
        var text = new SmallBase()["base.yaml"];
        Assert.Empty(new SmallBase().Write("base.yaml", text + new string('\n', Most - Encoding.UTF8.GetByteCount(text))).Problems());
        Assert.Equal(
            ["base.yaml:1:1: the file is larger than 4194304 bytes; split it by event"],
            new SmallBase().Write("base.yaml", new string('\n', Most + 1)).Problems());
    }
}
