using Bot.Facts.Model;
using Bot.Facts.Yaml;

namespace Bot.Facts.Parsing;

/// <summary>The evidence of a fact in the files: an id alone, which reports the fact, or a role with an id, as in <c>[page, quotes: other-page]</c>.</summary>
internal static class EvidenceNodes
{
    /// <summary>The pages with their roles, in the order of the file.</summary>
    public static IEnumerable<(YamlScalar Page, EvidenceRole Role)> Of(YamlMapping fact)
    {
        foreach (var item in fact["evidence"] is YamlSequence list ? list.Items : [])
        {
            if (item is YamlScalar page)
            {
                yield return (page, EvidenceRole.Reports);
            }
            else if (item is YamlMapping { Entries: [{ Value: YamlScalar pageInRole } entry] } && EnumWords.Find<EvidenceRole>(entry.Key.Text) is { } role)
            {
                yield return (pageInRole, role);
            }
        }
    }
}
