using Bot.Facts.Proofreading;

namespace Bot.Facts.Authoring;

/// <summary>Writes an entry as lines of YAML: the keys in the order of the schema, texts in all languages of the base, and a stub where one is still to be written.</summary>
internal static class EntryWriter
{
    /// <summary>The lines of an entry, not indented.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="fields">The fields that are written.</param>
    /// <param name="values">Their values.</param>
    public static List<string> Lines(string id, IEnumerable<EntryField> fields, EntryValues values)
    {
        var lines = new List<string>();
        foreach (var field in fields)
        {
            switch (field.Form)
            {
                case EntryFieldForm.Value when field.Name == EntryFields.Id:
                    lines.Add($"id: {id}");
                    break;

                case EntryFieldForm.Value when values.Value(field) is { } value:
                    lines.Add($"{field.Name}: {YamlText.Scalar(value)}");
                    break;

                case EntryFieldForm.Words or EntryFieldForm.Phrases when values.List(field) is { IsEmpty: false } list:
                    lines.Add($"{field.Name}: [{string.Join(", ", list.Select(Item))}]");
                    break;

                case EntryFieldForm.Text or EntryFieldForm.Texts when field.IsRequired || values.Given(field.Name).Any():
                    lines.Add($"{field.Name}:");
                    lines.AddRange(values.Languages.SelectMany(tag => Localized(id, field, tag, values)).Select(l => "  " + l));
                    break;
            }
        }

        return lines;
    }

    /// <summary>Indents lines, and begins the first with a dash if they are an item of a list.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="indent">The number of blanks before the dash, or before each line without one.</param>
    /// <param name="isItem">Whether they are an item.</param>
    public static IEnumerable<string> Indent(IEnumerable<string> lines, int indent, bool isItem = false)
    {
        var blanks = new string(' ', indent);
        return lines.Select((line, i) => blanks + (!isItem ? "" : i == 0 ? "- " : "  ") + line);
    }

    private static IEnumerable<string> Localized(string id, EntryField field, string tag, EntryValues values)
    {
        var texts = values.Texts(field.Name, tag).ToList();
        if (texts.Count == 0)
        {
            // The id and the tag make each stub different, as the texts that replace them will be.
            texts.Add($"{Stubs.Mark} {field.Name} of {id} in {tag}");
        }

        return field.Form == EntryFieldForm.Text
            ? [$"{tag}: {YamlText.Scalar(texts[0])}"]
            : [$"{tag}:", .. texts.Select(t => $"  - {YamlText.Scalar(t)}")];
    }

    // A page of evidence may have a role before it, as in quotes:page or, as the file has it, quotes: page.
    private static string Item(string item)
    {
        var end = item.IndexOf(':', StringComparison.Ordinal);
        return end > 0 && item[..end].All(c => char.IsAsciiLetterLower(c) || c == '-') && item[(end + 1)..].Trim() is var page && !page.Contains(' ', StringComparison.Ordinal)
            ? $"{item[..end]}: {YamlText.FlowScalar(page)}"
            : YamlText.FlowScalar(item);
    }
}
