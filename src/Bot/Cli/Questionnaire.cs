using Bot.Facts;
using Bot.Facts.Authoring;

namespace Bot.Cli;

/// <summary>Asks a curator at a terminal for what was not given on the command line.</summary>
/// <param name="readLine">Reads the next line; null when there is none.</param>
/// <param name="output">The output for the questions.</param>
internal sealed class Questionnaire(Func<string?> readLine, TextWriter output)
{
    /// <summary>Completes the values of an entry. An empty answer leaves a text to be written later and an optional value out.</summary>
    /// <param name="kind">The kind of entry.</param>
    /// <param name="editor">The editor of the base, which proposes the id and the file.</param>
    /// <param name="values">The values, by the name of the field; answers are added.</param>
    public void Complete(EntryKind kind, FactBaseEditor editor, Dictionary<string, IReadOnlyList<string>> values)
    {
        foreach (var field in EntryFields.Of(kind).Where(f => f.IsAsked && values.GetValueOrDefault(f.Name, []).Count == 0))
        {
            output.WriteLine(field.Description);
            values[field.Name] = field.Name == EntryFields.File ? Propose(field.Name, editor.ProposeFile(kind, values))
                : field.Form is EntryFieldForm.Texts or EntryFieldForm.Phrases ? AskAll(field)
                : AskOne(field);
        }

        if (values.GetValueOrDefault(EntryFields.Id, []).Count == 0)
        {
            values[EntryFields.Id] = Propose(EntryFields.Id, editor.ProposeId(kind, values));
        }
    }

    // An empty answer takes what is proposed.
    private string[] Propose(string name, string? proposed) =>
        Ask(proposed is null ? name : $"{name} [{proposed}]") is { Length: > 0 } answer ? [answer] : proposed is null ? [] : [proposed];

    private string[] AskOne(EntryField field)
    {
        var label = field.Choices.IsEmpty ? field.Name : $"{field.Name} ({string.Join(", ", field.Choices)})";
        while (Ask(label) is { } answer)
        {
            if (answer.Length == 0 ? !field.IsRequired || field.IsLocalized : field.Choices.IsEmpty || field.Choices.Contains(answer))
            {
                return answer.Length == 0 ? [] : [answer];
            }
        }

        return [];
    }

    private string[] AskAll(EntryField field)
    {
        var answers = new List<string>();
        while (Ask($"{field.Name} (one a line, then an empty line)") is { Length: > 0 } answer)
        {
            answers.Add(answer);
        }

        return [.. answers];
    }

    private string? Ask(string label)
    {
        output.Write(label + ": ");
        output.Flush();
        return readLine()?.Trim();
    }
}
