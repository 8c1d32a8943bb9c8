using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>Every value has the form that its key requires.</summary>
internal sealed class InvalidValues : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        foreach (var (node, schema) in draft.Values)
        {
            if (Violation(node, schema) is { } violation)
            {
                yield return new Problem(node.Location, violation.Message, violation.Fix);
            }
        }
    }

    private static (string Message, string Fix)? Violation(YamlNode node, ValueSchema schema) => (schema, node) switch
    {
        (ObjectSchema map, not YamlMapping) => ($"this is not a mapping ({map.Name})", "write its keys: " + string.Join(", ", map.Keys.Select(k => k.Name))),
        (LocalizedSchema, not YamlMapping) => ("the text has no language", "write it under en, zh-Hant, zh-Hans, ru and uk, or those of them that the base has"),
        (ListSchema, not YamlSequence) => ("this is not a list", "write [one, two], or each item on its own line after '- '"),
        (ListSchema, YamlSequence { Items.Length: 0 }) => ("the list is empty", "add an item, or leave the key out"),
        (ObjectSchema or LocalizedSchema or ListSchema or ValueOrMappingSchema, _) => null,
        (_, not YamlScalar) => ("this is not a single value", "write one value after the key"),
        (_, YamlScalar scalar) => ScalarViolation(scalar.Text, schema),
    };

    private static (string Message, string Fix)? ScalarViolation(string text, ValueSchema schema) => schema switch
    {
        TextSchema when string.IsNullOrWhiteSpace(text) => ("the text is blank", "write it, or leave the key out"),
        TextSchema { MaxLength: var max } when text.Length > max => ($"the text has {text.Length} characters", $"shorten it to {max}"),
        TextSchema { HasParagraphs: var hasParagraphs } when text.AsSpan().Trim().Length != text.Length || (text.Contains('\n') && !hasParagraphs) => ("the text has spaces around it or a line break in it", "write it on one line"),
        TextSchema when text.AsSpan().Count('{') != text.AsSpan().Count('}') => ("a brace is not closed or not opened", "add the other brace, or remove this one"),
        TextSchema when text.AsSpan().ContainsAnyInRange('\0', '\x09') || text.AsSpan().ContainsAnyInRange('\x0b', '\x1f') => ("the text has a control character", "remove it"),
        IdSchema or ReleasedFactSchema when !FileSchemas.IsValidId(text) => ($"'{text}' is not an id", "use at most 48 lower-case letters and digits, in words joined by single hyphens"),
        HashSchema when !ReleaseSchemas.IsHash(text) => ($"'{text}' is not a hash", "restore it: facts release writes eight hexadecimal digits"),
        StatementSchema when FileSchemas.ParseStatement(text) is null => ($"'{text}' is not a statement", "write S and its number, such as S41"),
        EnumSchema word when !word.Words.Contains(text) => ($"'{text}' is not known here", "use one of: " + string.Join(", ", word.Words)),
        NumberSchema when !(FileSchemas.TryParseCount(text, out _) && text[0] != '0') => ($"'{text}' is not a number", "write a whole number from 1"),
        ShareSchema when !FileSchemas.TryParseShare(text, out _) => ($"'{text}' is not a share", "write a number from 0 to 1, such as 0.6"),
        RangeSchema when !FileSchemas.TryParseRange(text, out _, out _) => ($"'{text}' is not a range", "write the minimum and the maximum, such as 50 to 80"),
        UrlSchema when !IsUrl(text) => ($"'{text}' is not an address", "write it in full, starting with https://"),
        _ => null,
    };

    // Checks only the parts of an address that a typing error breaks. It does not check that the page exists.
    private static bool IsUrl(string text)
    {
        var rest = text.StartsWith("https://", StringComparison.Ordinal) ? text[8..]
            : text.StartsWith("http://", StringComparison.Ordinal) ? text[7..]
            : "";
        var host = rest.AsSpan()[..(rest.IndexOfAny(['/', '?', '#']) is >= 0 and var end ? end : rest.Length)];
        return host.Contains('.') && host[0] != '.' && !rest.Any(char.IsWhiteSpace);
    }
}
