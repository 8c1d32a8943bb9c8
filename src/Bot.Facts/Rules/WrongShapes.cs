using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>Every value is of the form that its key asks for.</summary>
internal sealed class WrongShapes : IRule
{
    public IEnumerable<Problem> Check(Draft draft)
    {
        foreach (var (node, shape) in draft.Values)
        {
            if (Fault(node, shape) is { } fault)
            {
                yield return new Problem(node.Place, fault.What, fault.Mend);
            }
        }
    }

    private static (string What, string Mend)? Fault(Node node, Shape shape) => (shape, node) switch
    {
        (MapShape map, not MapNode) => ($"here stands no {map.Name}", "write its keys: " + string.Join(", ", map.Keys.Select(k => k.Name))),
        (LocalShape, not MapNode) => ("the text stands in one language only", "write it under en, zh-Hant, zh-Hans, ru and uk"),
        (ListShape, not ListNode) => ("here stands no list", "write [one, two], or each item on a line of its own after '- '"),
        (ListShape, ListNode { Items.Count: 0 }) => ("the list is empty", "add an item, or leave the key out"),
        (MapShape or LocalShape or ListShape, _) => null,
        (_, not ScalarNode) => ("here stands no single value", "write one value after the key"),
        (_, ScalarNode scalar) => ScalarFault(scalar.Text, shape),
    };

    private static (string What, string Mend)? ScalarFault(string text, Shape shape) => shape switch
    {
        TextShape when string.IsNullOrWhiteSpace(text) => ("the text is blank", "write it, or leave the key out"),
        TextShape { MaxLength: var max } when text.Length > max => ($"the text has {text.Length} characters", $"shorten it to {max}"),
        TextShape when text.AsSpan().Trim().Length != text.Length || text.Contains('\n') => ("the text has spaces around it or a line break in it", "write it on one line"),
        TextShape when text.AsSpan().Count('{') != text.AsSpan().Count('}') => ("a brace has no partner", "close it, or remove it"),
        TextShape when text.AsSpan().IndexOfAnyInRange('\0', '\x1f') >= 0 => ("the text has a control character", "remove it"),
        IdShape when !Shapes.IsId(text) => ($"'{text}' is no id", "use at most 48 lower-case letters and digits, in words joined by single hyphens"),
        StatementShape when Shapes.StatementNumber(text) is null => ($"'{text}' is no statement", "write S and its number, such as S41"),
        WordShape word when !word.Words.Contains(text) => ($"'{text}' is not known here", "use one of: " + string.Join(", ", word.Words)),
        NumberShape when !(Shapes.TryCount(text, out _) && text[0] != '0') => ($"'{text}' is no number", "write a whole number from 1"),
        BoundsShape when !Shapes.TryBounds(text, out _, out _) => ($"'{text}' is no pair of bounds", "write the least and the most, such as 50 to 80"),
        AddressShape when !IsAddress(text) => ($"'{text}' is no address", "write it whole, from https:// on"),
        _ => null,
    };

    // The parts of an address that a slip breaks. Whether it leads anywhere, only a look can tell.
    private static bool IsAddress(string text)
    {
        var rest = text.StartsWith("https://", StringComparison.Ordinal) ? text[8..]
            : text.StartsWith("http://", StringComparison.Ordinal) ? text[7..]
            : "";
        var host = rest.AsSpan()[..(rest.IndexOfAny(['/', '?', '#']) is >= 0 and var end ? end : rest.Length)];
        return host.Contains('.') && host[0] != '.' && !rest.Any(char.IsWhiteSpace);
    }
}
