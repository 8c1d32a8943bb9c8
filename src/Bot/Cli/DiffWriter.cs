using System.Text;
using Bot.Facts.Diffing;
using Bot.Facts.Model;

namespace Bot.Cli;

/// <summary>Writes the differences of two states of a base for people: what was removed and added in a text is marked in it.</summary>
internal static class DiffWriter
{
    /// <summary>The differences as text or Markdown, with a line of totals at the end.</summary>
    /// <param name="diff">The differences.</param>
    /// <param name="isMarkdown">Whether it is Markdown.</param>
    public static string Write(FactBaseDiff diff, bool isMarkdown)
    {
        var text = new StringBuilder();
        foreach (var fact in diff.Facts)
        {
            var (verb, tags) = (Verb(fact.Kind), string.Join(", ", fact.Languages));
            text.Append(isMarkdown ? $"### `{fact.Fact}`: {verb} in {tags}\n\n" : $"{fact.Fact}: {verb} in {tags}\n");
            foreach (var line in Lines(fact, isMarkdown))
            {
                text.Append(isMarkdown ? "- " : "  ").Append(line).Append('\n');
            }

            text.Append(isMarkdown ? "\n" : "");
        }

        return text.Append($"{diff.Count(ChangeKind.Added)} added, {diff.Count(ChangeKind.Wording)} changed, {diff.Count(ChangeKind.Removed)} removed\n").ToString();
    }

    private static IEnumerable<string> Lines(FactDiff fact, bool isMarkdown)
    {
        foreach (var (name, value) in ((string, ValueDiff?)[])[("status", fact.Status), ("when", fact.When), ("by", fact.By)])
        {
            if (value is not null)
            {
                yield return $"{name}: {Show(value.Old)} → {Show(value.New)}";
            }
        }

        foreach (var text in fact.Texts)
        {
            yield return $"{text.Language}: {(text.Words.IsEmpty ? Escape(text.New ?? text.Old!, isMarkdown) : string.Concat(text.Words.Select(w => Word(w, isMarkdown))))}";
        }
    }

    private static string Word(WordChange change, bool isMarkdown) => (change.Kind, isMarkdown) switch
    {
        (WordChangeKind.Removed, true) => Mark("~~", change.Text),
        (WordChangeKind.Added, true) => Mark("**", change.Text),
        (WordChangeKind.Removed, false) => $"[-{change.Text}-]",
        (WordChangeKind.Added, false) => $"{{+{change.Text}+}}",
        _ => Escape(change.Text, isMarkdown),
    };

    // Markdown reads no mark that has a blank on its inner side.
    private static string Mark(string mark, string text)
    {
        var inner = text.Trim();
        var start = text.IndexOf(inner, StringComparison.Ordinal);
        return inner.Length == 0 ? text : $"{text[..start]}{mark}{Escape(inner, isMarkdown: true)}{mark}{text[(start + inner.Length)..]}";
    }

    private static string Escape(string text, bool isMarkdown)
    {
        if (!isMarkdown)
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            escaped.Append(c is '\\' or '*' or '_' or '~' or '`' or '[' or ']' or '<' or '>' or '#' or '|' ? "\\" : "").Append(c);
        }

        return escaped.ToString();
    }

    private static string Show(string value) => value.Length == 0 ? "none" : value;

    private static string Verb(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Removed => "removed",
        _ => "changed",
    };
}
