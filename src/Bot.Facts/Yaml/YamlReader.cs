using SharpYaml;
using SharpYaml.Events;

namespace Bot.Facts.Yaml;

/// <summary>Reads one YAML file into nodes with their locations.</summary>
internal static class YamlReader
{
    // Deeper than any file of the base needs, and shallow enough that no file exhausts the stack.
    private const int MaxDepth = 16;

    /// <summary>Parses a file's text. Null, with a problem added, when it is not YAML or uses a feature that the base does not allow.</summary>
    /// <remarks>Lines are those of editors: what only the parser takes for a line end counts as a space.</remarks>
    public static YamlNode? Read(string file, string text, List<Problem> problems)
    {
        var parser = Parser.CreateParser(new StringReader(WithoutOtherLineEnds(text)));
        try
        {
            var events = new EventReader(parser);
            events.Expect<StreamStart>();
            if (events.Accept<StreamEnd>())
            {
                problems.Add(new Problem(new FileLocation(file, 1, 1), "the file is empty", "write its content or delete it"));
                return null;
            }

            events.Expect<DocumentStart>();
            var root = ReadNode(file, events, 0);
            events.Expect<DocumentEnd>();
            if (events.Peek<DocumentStart>() is { } secondDocument)
            {
                throw new UnsupportedYamlException(At(file, secondDocument), "a second document starts here", "keep one document in a file: remove the line ---");
            }

            return root;
        }
        catch (UnsupportedYamlException ex)
        {
            problems.Add(ex.Problem);
        }
        catch (YamlException ex)
        {
            var location = new FileLocation(file, ex.Start.Line + 1, ex.Start.Column + 1);
            problems.Add(LayoutCharacter.FindCause(file, text, Math.Max(ex.Start.Line, ex.End.Line) + 1) ?? new Problem(location, "this is not YAML: " + Reason(ex), "fix the indentation or quote the text that holds ': ' or ' #'"));
        }
        catch (Exception ex) when (ex is ArgumentException or InvalidOperationException or IndexOutOfRangeException or FormatException or OverflowException or NullReferenceException)
        {
            // A bug in the library, for example with the escape \UFFFFFFFF. The last event that it parsed ends before the error.
            var location = parser.Current is { } lastEvent ? new FileLocation(file, lastEvent.End.Line + 1, lastEvent.End.Column + 1) : new FileLocation(file, 1, 1);
            problems.Add(ex is ArgumentOutOfRangeException
                ? new Problem(location, "an escape after this point is not a character", "write the character itself")
                : new Problem(location, $"the text after this point cannot be read as YAML ({ex.GetType().Name})", "simplify or quote the text"));
        }

        return null;
    }

    private static YamlNode ReadNode(string file, EventReader events, int depth)
    {
        if (events.Peek<AnchorAlias>() is { } alias)
        {
            throw new UnsupportedYamlException(At(file, alias), "aliases are not allowed", "write the value out: the base uses neither & nor *");
        }

        var current = events.Peek<NodeEvent>() ?? throw new SyntaxErrorException("a value is expected");
        var location = At(file, current);
        if (depth > MaxDepth)
        {
            throw new UnsupportedYamlException(location, $"the nesting is deeper than {MaxDepth} levels", "reduce the nesting");
        }

        if (current.Anchor is not null)
        {
            throw new UnsupportedYamlException(location, "anchors are not allowed", "write the value out: the base uses neither & nor *");
        }

        switch (current)
        {
            case Scalar scalar:
                events.Expect<Scalar>();
                return new YamlScalar(location, scalar.Value);

            case SequenceStart:
                events.Expect<SequenceStart>();
                var items = new List<YamlNode>();
                while (events.Allow<SequenceEnd>() is null)
                {
                    items.Add(ReadNode(file, events, depth + 1));
                }

                return new YamlSequence(location, [.. items]);

            default:
                events.Expect<MappingStart>();
                var entries = new List<YamlEntry>();
                while (events.Allow<MappingEnd>() is null)
                {
                    if (ReadNode(file, events, depth + 1) is not YamlScalar key)
                    {
                        throw new UnsupportedYamlException(location, "a key is not a plain word", "use one of the keys that facts/README.md lists");
                    }

                    entries.Add(new YamlEntry(key, ReadNode(file, events, depth + 1)));
                }

                return new YamlMapping(location, [.. entries]);
        }
    }

    private static string WithoutOtherLineEnds(string text)
    {
        if (text.AsSpan().ContainsAny(LayoutCharacter.LineEnds))
        {
            foreach (var end in LayoutCharacter.LineEnds)
            {
                text = text.Replace(end, ' ');
            }
        }

        return text;
    }

    private static FileLocation At(string file, ParsingEvent at) => new(file, at.Start.Line + 1, at.Start.Column + 1);

    // The library's message begins with the location, which the problem already has.
    private static string Reason(YamlException exception)
    {
        var end = exception.Message.LastIndexOf("): ", StringComparison.Ordinal);
        return (end < 0 ? exception.Message : exception.Message[(end + 3)..]).TrimEnd('.');
    }

    private sealed class UnsupportedYamlException(FileLocation location, string message, string fix) : Exception(message)
    {
        public Problem Problem { get; } = new(location, message, fix);
    }
}
