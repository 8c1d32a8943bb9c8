using System.Globalization;

namespace Bot.Benchmarks.Retrieval;

/// <summary>The options of <c>retrieval</c>.</summary>
/// <param name="Documents">The file of the documents.</param>
/// <param name="Questions">The file of the questions.</param>
/// <param name="Misses">The number of our worst misses that are shown.</param>
internal sealed record RetrievalOptions(string Documents, string Questions, int Misses)
{
    /// <summary>Reads <c>--documents FILE --questions FILE [--misses N]</c>; null with what is wrong.</summary>
    public static RetrievalOptions? Read(ReadOnlySpan<string> arguments, out string wrong)
    {
        var (documents, questions, misses) = ("", "", 0);
        wrong = "";
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : "";
            var known = arguments[i] switch
            {
                "--documents" => (documents = value).Length > 0,
                "--questions" => (questions = value).Length > 0,
                "--misses" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out misses),
                _ => false,
            };
            if (!known)
            {
                wrong = $"retrieval: {arguments[i]} {value}: not understood.";
                break;
            }
        }

        if (wrong.Length == 0 && (documents.Length == 0 || questions.Length == 0))
        {
            wrong = "retrieval: --documents and --questions are both needed.";
        }

        return wrong.Length == 0 ? new RetrievalOptions(documents, questions, misses) : null;
    }
}
