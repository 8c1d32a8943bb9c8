using System.Text.Json;

namespace Bot.Benchmarks.Retrieval;

/// <summary>A text that can be found.</summary>
/// <param name="Id">Its id; no other document of the collection has it.</param>
/// <param name="Language">The tag of its language.</param>
/// <param name="Text">The text.</param>
internal sealed record CollectionDocument(string Id, string Language, string Text);

/// <summary>A question with the document that answers it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Language">The tag of its language.</param>
/// <param name="Text">The question.</param>
/// <param name="Document">The position of the right document among the collection's.</param>
internal sealed record CollectionQuestion(string Id, string Language, string Text, int Document);

/// <summary>Documents, and questions about them whose right answers are known.</summary>
internal sealed record Collection(IReadOnlyList<CollectionDocument> Documents, IReadOnlyList<CollectionQuestion> Questions)
{
    /// <summary>
    /// Reads lines of JSON: <c>{"id","lang","text"}</c> for a document and <c>{"id","lang","text","document"}</c> for a question.
    /// Blank lines and members with other names are ignored.
    /// </summary>
    /// <param name="documentsFile">The file of the documents.</param>
    /// <param name="questionsFile">The file of the questions; their <c>document</c> is the id of the right one.</param>
    /// <exception cref="CollectionException">A file cannot be read, or a line is wrong.</exception>
    public static Collection Read(string documentsFile, string questionsFile)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        var documents = ReadLines(documentsFile, line =>
        {
            var document = new CollectionDocument(line.Text("id"), line.Text("lang"), line.Text("text"));
            return positions.TryAdd(document.Id, positions.Count) ? document : throw line.Wrong($"a second document has the id \"{document.Id}\"");
        });
        var questions = ReadLines(questionsFile, line => new CollectionQuestion(
            line.Text("id"),
            line.Text("lang"),
            line.Text("text"),
            positions.TryGetValue(line.Text("document"), out var position) ? position : throw line.Wrong($"no document has the id \"{line.Text("document")}\"")));
        return new Collection(documents, questions);
    }

    private static List<T> ReadLines<T>(string file, Func<Line, T> read)
    {
        var values = new List<T>();
        try
        {
            var number = 0;
            foreach (var text in File.ReadLines(file))
            {
                number++;
                if (string.IsNullOrWhiteSpace(text))
                {
                    continue;
                }

                values.Add(ReadLine(file, number, text, read));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CollectionException($"{file} cannot be read: {e.Message}", e);
        }

        return values.Count > 0 ? values : throw new CollectionException($"{file} has no lines.");
    }

    private static T ReadLine<T>(string file, int number, string text, Func<Line, T> read)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return read(new Line(file, number, json.RootElement));
        }
        catch (JsonException e)
        {
            throw new CollectionException($"{file}, line {number}: not JSON: {e.Message}", e);
        }
    }

    private sealed record Line(string File, int Number, JsonElement Json)
    {
        public string Text(string name) =>
            Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()!
                : throw Wrong($"no text \"{name}\"");

        public CollectionException Wrong(string what) => new($"{File}, line {Number}: {what}.");
    }
}

/// <summary>A collection that cannot be read, with the file, the line and what is wrong with it.</summary>
internal sealed class CollectionException(string message, Exception? inner = null) : Exception(message, inner);
