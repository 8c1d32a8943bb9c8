using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Proofreading;

/// <summary>The host of an address does not end in a dot and does not name the standard port.</summary>
internal sealed class OddAddresses : IRule
{
    public Severity Severity => Severity.Warning;

    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        foreach (var (node, _) in draft.Scalars<UrlSchema>())
        {
            var start = node.Text.IndexOf("://", StringComparison.Ordinal) + 3;
            var end = node.Text.IndexOfAny(['/', '?', '#'], start) is >= 0 and var found ? found : node.Text.Length;
            var host = node.Text[start..end];
            var usual = node.Text.StartsWith("https", StringComparison.Ordinal) ? ":443" : ":80";
            var plain = host.EndsWith(usual, StringComparison.Ordinal) ? host[..^usual.Length] : host;
            plain = plain.TrimEnd('.');
            if (plain != host)
            {
                yield return new Problem(
                    node.Location, $"the host '{host}' is written in an unusual way", $"write '{plain}'", new Replacement($"://{host}", $"://{plain}", IsAnywhereInLine: true));
            }
        }
    }
}
