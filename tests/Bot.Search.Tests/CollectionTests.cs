using Bot.Benchmarks.Retrieval;

namespace Bot.Search.Tests;

public sealed class CollectionTests : IDisposable
{
    private const string Document = """{"id":"d1","lang":"en","text":"The talks were held in Riyadh."}""";
    private const string Question = """{"id":"q1","lang":"en","text":"Where were the talks?","document":"d1"}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("collection");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Documents_and_questions_are_read_and_joined()
    {
        var collection = Read(["""{"id":"d0","lang":"zh","text":"會談"}""", Document], [Question]);

        Assert.Equal([new("d0", "zh", "會談"), new("d1", "en", "The talks were held in Riyadh.")], collection.Documents);
        Assert.Equal([new("q1", "en", "Where were the talks?", 1)], collection.Questions);
    }

    [Fact]
    public void Blank_lines_and_other_members_are_passed_over()
    {
        var collection = Read(["", Document, "  "], ["""{"id":"q1","lang":"en","text":"Where?","document":"d1","answer":"Riyadh"}"""]);

        Assert.Equal(["d1"], collection.Documents.Select(d => d.Id));
        Assert.Equal(["q1"], collection.Questions.Select(q => q.Id));
    }

    [Theory]
    [InlineData("""{"id":"d2","lang":"en"}""", "line 3: no text \"text\".")]
    [InlineData("""{"id":2,"lang":"en","text":"a"}""", "line 3: no text \"id\".")]
    [InlineData("[]", "line 3: no text \"id\".")]
    [InlineData("""{"id":"d1","lang":"en","text":"a"}""", "line 3: a second document has the id \"d1\".")]
    public void A_wrong_document_is_told_with_its_line(string line, string wrong)
    {
        var thrown = Assert.Throws<CollectionException>(() => Read([Document, "", line], [Question]));

        Assert.Equal($"{PathTo("documents.jsonl")}, {wrong}", thrown.Message);
    }

    [Fact]
    public void A_line_that_is_not_JSON_is_told()
    {
        var thrown = Assert.Throws<CollectionException>(() => Read([Document], [Question, "{"]));

        Assert.StartsWith($"{PathTo("questions.jsonl")}, line 2: not JSON: ", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_about_no_document_is_told()
    {
        var thrown = Assert.Throws<CollectionException>(() => Read([Document], [Question.Replace("\"d1\"", "\"d9\"", StringComparison.Ordinal)]));

        Assert.Equal($"{PathTo("questions.jsonl")}, line 1: no document has the id \"d9\".", thrown.Message);
    }

    [Fact]
    public void A_file_without_lines_is_told()
    {
        var thrown = Assert.Throws<CollectionException>(() => Read([Document], [" "]));

        Assert.Equal($"{PathTo("questions.jsonl")} has no lines.", thrown.Message);
    }

    [Fact]
    public void A_file_that_is_missing_is_told()
    {
        var missing = PathTo("missing.jsonl");

        var thrown = Assert.Throws<CollectionException>(() => Collection.Read(missing, missing));

        Assert.StartsWith($"{missing} cannot be read: ", thrown.Message, StringComparison.Ordinal);
    }

    private Collection Read(string[] documents, string[] questions)
    {
        File.WriteAllLines(PathTo("documents.jsonl"), documents);
        File.WriteAllLines(PathTo("questions.jsonl"), questions);
        return Collection.Read(PathTo("documents.jsonl"), PathTo("questions.jsonl"));
    }

    private string PathTo(string name) => Path.Combine(_folder.FullName, name);
}
