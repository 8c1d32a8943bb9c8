using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>Every value is of the form that its key asks for.</summary>
internal sealed class InvalidValues : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        foreach (var (node, shape) in draft.Values)
        {
            if (Violation(node, shape) is { } violation)
            {
                yield return new Problem(node.Location, violation.Message, violation.Fix);
            }
        }
    }

    private static (string Message, string Fix)? Violation(YamlNode node, ValueSchema shape) => (shape, node) switch
    {
        (ObjectSchema map, not YamlMapping) => ($"here stands no {map.Name}", "write its keys: " + string.Join(", ", map.Keys.Select(k => k.Name))),
        (LocalizedSchema, not YamlMapping) => ("the text stands in one language only", "write it under en, zh-Hant, zh-Hans, ru and uk"),
        (ListSchema, not YamlSequence) => ("here stands no list", "write [one, two], or each item on a line of its own after '- '"),
        (ListSchema, YamlSequence { Items.Count: 0 }) => ("the list is empty", "add an item, or leave the key out"),
        (ObjectSchema or LocalizedSchema or ListSchema, _) => null,
        (_, not YamlScalar) => ("here stands no single value", "write one value after the key"),
        (_, YamlScalar scalar) => ScalarViolation(scalar.Text, shape),
    };

    private static (string Message, string Fix)? ScalarViolation(string text, ValueSchema shape) => shape switch
    {
        TextSchema when string.IsNullOrWhiteSpace(text) => ("the text is blank", "write it, or leave the key out"),
        TextSchema { MaxLength: var max } when text.Length > max => ($"the text has {text.Length} characters", $"shorten it to {max}"),
        TextSchema when text.AsSpan().Trim().Length != text.Length || text.Contains('\n') => ("the text has spaces around it or a line break in it", "write it on one line"),
        TextSchema when text.AsSpan().Count('{') != text.AsSpan().Count('}') => ("a brace has no partner", "close it, or remove it"),
        TextSchema when text.AsSpan().IndexOfAnyInRange('\0', '\x1f') >= 0 => ("the text has a control character", "remove it"),
        IdSchema when !FileSchemas.IsValidId(text) => ($"'{text}' is no id", "use at most 48 lower-case letters and digits, in words joined by single hyphens"),
        StatementSchema when FileSchemas.ParseStatement(text) is null => ($"'{text}' is no statement", "write S and its number, such as S41"),
        EnumSchema word when !word.Words.Contains(text) => ($"'{text}' is not known here", "use one of: " + string.Join(", ", word.Words)),
        NumberSchema when !(FileSchemas.TryParseCount(text, out _) && text[0] != '0') => ($"'{text}' is no number", "write a whole number from 1"),
        RangeSchema when !FileSchemas.TryParseRange(text, out _, out _) => ($"'{text}' is no pair of bounds", "write the least and the most, such as 50 to 80"),
        UrlSchema when !IsUrl(text) => ($"'{text}' is no address", "write it whole, from https:// on"),
        _ => null,
    };

    // The parts of an address that a slip breaks. Whether it leads anywhere, only a look can tell.
    private static bool IsUrl(string text)
    {
        var rest = text.StartsWith("https://", StringComparison.Ordinal) ? text[8..]
            : text.StartsWith("http://", StringComparison.Ordinal) ? text[7..]
            : "";
        var host = rest.AsSpan()[..(rest.IndexOfAny(['/', '?', '#']) is >= 0 and var end ? end : rest.Length)];
        return host.Contains('.') && host[0] != '.' && !rest.Any(char.IsWhiteSpace);
    }
}
