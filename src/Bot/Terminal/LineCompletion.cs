using Bot.Answers;

namespace Bot.Terminal;

/// <summary>Completes a line: the names of commands, the values of their parameters, <c>lang:</c>, and questions.</summary>
/// <param name="answerer">Knows the values.</param>
internal sealed class LineCompletion(Answerer answerer)
{
    private const string LanguageOption = "lang:";

    /// <summary>The lines that a line may become, with the text shown for each.</summary>
    /// <param name="line">The line so far.</param>
    /// <param name="language">The tag of the reader's language.</param>
    public List<(string Line, string Label)> Find(string line, string language)
    {
        if (!line.StartsWith('/'))
        {
            return line.Length == 0 ? [] : [.. answerer.Complete("ask", "question", line, language).Select(c => (c.Value, c.Label))];
        }

        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var commands = answerer.ListCommands(language);
        if (space < 0)
        {
            return [.. commands.Where(c => ("/" + c.Name).StartsWith(line, StringComparison.OrdinalIgnoreCase)).Select(c => ($"/{c.Name} ", c.Help))];
        }

        // The last word may be an option, or the value of the second parameter.
        var last = line.LastIndexOf(' ') + 1;
        if (line[last..].StartsWith(LanguageOption[..2], StringComparison.OrdinalIgnoreCase) && Languages(line[..last], line[last..]) is { Count: > 0 } languages)
        {
            return languages;
        }

        var command = commands.FirstOrDefault(c => c.Name == Answerer.CommandNamed(line[1..space].ToLowerInvariant()));
        if (command is null or { Parameters: [] })
        {
            return [];
        }

        var isSecond = command.Parameters.Length > 1 && line[(space + 1)..last].Trim().Length > 0;
        var first = isSecond && last == line.Length ? [] : answerer.Complete(command.Name, command.Parameters[0].Name, line[(space + 1)..], language);
        return first.Length > 0 || !isSecond
            ? [.. first.Select(c => ($"/{command.Name} {c.Value}", c.Label))]
            : [.. answerer.Complete(command.Name, command.Parameters[1].Name, line[last..], language).Select(c => (line[..last] + c.Value, c.Label))];
    }

    /// <summary>The text that replaces a line at once: its only completion, or the beginning that all completions share; null when there is a choice.</summary>
    /// <param name="line">The line so far.</param>
    /// <param name="lines">The lines that it may become.</param>
    public static string? Replace(string line, IReadOnlyList<(string Line, string Label)> lines)
    {
        if (lines.Count < 2)
        {
            return lines is [var only] ? only.Line : null;
        }

        // Where no letter of a value is typed, the letters that all values begin with say nothing: "202" is no year.
        var common = lines[0].Line;
        foreach (var (other, _) in lines)
        {
            common = common[..common.AsSpan().CommonPrefixLength(other)];
        }

        return common.Length > line.Length && !line.EndsWith(' ') && common.StartsWith(line, StringComparison.OrdinalIgnoreCase) ? common : null;
    }

    private List<(string Line, string Label)> Languages(string before, string typed) =>
    [
        .. answerer.LanguageTags.Select(tag => LanguageOption + tag).Where(o => o.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Select(o => (before + o, o)),
    ];
}
