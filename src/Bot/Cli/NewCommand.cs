using System.CommandLine;
using System.Text.Json;
using Bot.Configuration;
using Bot.Facts;
using Bot.Facts.Authoring;
using Bot.Facts.Model;
using Bot.Terminal;

namespace Bot.Cli;

/// <summary><c>facts new</c>: adds a chapter, an event, a fact, a party or a source to the base's files.</summary>
internal static class NewCommand
{
    public static Command Create()
    {
        var command = new Command("new", "Add a chapter, event, fact, party or source, with stubs for the texts that are still to be written");
        foreach (var kind in Enum.GetValues<EntryKind>())
        {
            command.Subcommands.Add(Create(kind));
        }

        return command;
    }

    /// <summary>Adds an entry and says what was written. Returns the exit code.</summary>
    /// <param name="editor">The editor of the base.</param>
    /// <param name="kind">The kind of entry.</param>
    /// <param name="values">What was given, by the name of the field.</param>
    /// <param name="json">Whether the output is JSON.</param>
    /// <param name="output">The output for what was written.</param>
    /// <param name="error">The output for what stopped it.</param>
    internal static int Write(FactBaseEditor editor, EntryKind kind, IReadOnlyDictionary<string, IReadOnlyList<string>> values, bool json, TextWriter output, TextWriter error)
    {
        var entry = editor.Compose(kind, values);
        if (!entry.Problems.IsEmpty)
        {
            foreach (var problem in entry.Problems)
            {
                error.WriteLine(problem);
            }

            error.WriteLine("Nothing was written.");
            return ExitCode.InvalidUsage;
        }

        try
        {
            editor.Write(entry);
        }
        catch (Exception ex) when (ex is not StandardStreamException and (IOException or UnauthorizedAccessException))
        {
            error.WriteLine($"The {kind.ToWord()} cannot be written: {ex.Message}{(ex is UnauthorizedAccessException ? " Give your user write access, or set Facts:Path to a copy of the base." : "")}");
            return ExitCode.InvalidUsage;
        }

        if (json)
        {
            var line = new NewLine(entry.Id, [.. entry.Edits.Select(e => new EditedFile(e.Path, e.IsNew, e.Change))], entry.Stubs, entry.Warnings, kind == EntryKind.Chapter ? ChapterSteps.Of(entry.Id) : null);
            output.WriteLine(JsonSerializer.Serialize(line, FactsJson.Readable.NewLine));
        }
        else
        {
            Print(kind, entry, output);
        }

        return ExitCode.Ok;
    }

    private static void Print(EntryKind kind, NewEntry entry, TextWriter output)
    {
        output.WriteLine($"{kind.ToWord()} {entry.Id}");
        foreach (var edit in entry.Edits)
        {
            output.WriteLine($"{edit.Path}: {edit.Change}");
        }

        foreach (var stub in entry.Stubs)
        {
            output.WriteLine($"{stub.File}:{stub.Line}:{stub.Column}: to be written");
        }

        foreach (var warning in entry.Warnings)
        {
            output.WriteLine($"warning: {warning}");
        }

        if (kind == EntryKind.Chapter)
        {
            output.WriteLine("Next, in this order (facts/README.md explains each step under “A new chapter”):");
            ChapterSteps.Of(entry.Id).ToList().ForEach(step => output.WriteLine("  " + step));
        }
    }

    private static Command Create(EntryKind kind)
    {
        var options = EntryFields.Of(kind).Select(f => (Field: f, Option: OptionOf(f))).ToList();
        var json = JsonOption.Object();
        var command = new Command(kind.ToWord(), Description(kind)) { json };
        options.ForEach(o => command.Options.Add(o.Option));
        command.SetAction(result =>
        {
            var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            if (SettingsLoader.Options(error) is not { } settings)
            {
                return ExitCode.InvalidUsage;
            }

            var editor = new FactBaseEditor(SettingsLoader.Folder(settings));
            if (!editor.Problems.IsEmpty)
            {
                editor.Problems.ToList().ForEach(p => error.WriteLine(p));
                return ExitCode.InvalidBase;
            }

            var values = options.ToDictionary(o => o.Field.Name, o => (IReadOnlyList<string>)(result.GetValue(o.Option) ?? []));
            if (!Console.IsInputRedirected)
            {
                var input = StandardInput.Open();
                new Questionnaire(() => input.ReadLine()?.Text, error).Complete(kind, editor, values);
            }

            return Write(editor, kind, values, result.GetValue(json), output, error);
        });
        return command;
    }

    private static string Description(EntryKind kind) => kind switch
    {
        EntryKind.Chapter => "A chapter: a folder for events",
        EntryKind.Event => "An event of a chapter, with its first fact",
        EntryKind.Fact => "A fact of an event",
        EntryKind.Party => "A person, place or organisation",
        EntryKind.Source => "A published page",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of entry."),
    };

    private static Option<string[]> OptionOf(EntryField field)
    {
        var notes = field.Form switch
        {
            EntryFieldForm.Words => " Several: with commas between them.",
            EntryFieldForm.Phrases => " May be given several times.",
            EntryFieldForm.Text => " May be given once in each language; in another than the first: TAG=TEXT.",
            EntryFieldForm.Texts => " May be given several times; in another language than the first: TAG=TEXT.",
            _ => "",
        };
        var option = new Option<string[]>("--" + field.Name)
        {
            Description = field.Description + notes + (field.Default is null ? "" : $" Otherwise {field.Default}."),
            HelpName = field.IsLocalized ? "text" : field.Choices.IsEmpty ? field.Name : string.Join('|', field.Choices),
            Arity = ArgumentArity.OneOrMore,
        };
        if (!field.IsRepeatable)
        {
            option.Validators.Add(given =>
            {
                if (given.Tokens.Count > 1)
                {
                    given.AddError($"--{field.Name} may be given once");
                }
            });
        }

        if (!field.Choices.IsEmpty)
        {
            option.AcceptOnlyFromAmong([.. field.Choices]);
        }

        return option;
    }
}
