using Bot.Adapters.Text;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Discord.Wire;

namespace Bot.Discord.Rendering;

/// <summary>Writes an answer as a container whose edge has the colour of the facts' status.</summary>
internal sealed class ContainerWriter(LocalizedCommandNames names)
{
    // The colour of the facts' common status; blue-grey where none or more than one is shown.
    private static readonly Dictionary<string, int> s_colours = new()
    {
        ["confirmed"] = 0x2E7D32,
        ["confirmed-with-nuance"] = 0x827717,
        ["corrected"] = 0xE65100,
        ["unverified"] = 0x757575,
        ["disputed"] = 0x6A1B9A,
    };

    private const int NeutralColour = 0x455A64;

    // Longer titles would fill a phone.
    private const int MaxTitleLength = 256;

    /// <summary>Writes one page of an answer: its title, the facts, the sources and the page's number, with the rows below.</summary>
    /// <param name="answer">The page.</param>
    /// <param name="rows">The rows of buttons and menus.</param>
    public Component Write(Answer answer, params IEnumerable<Component> rows)
    {
        var colour = answer.Facts.Select(f => f.Status?.Code).Distinct().ToList() is [{ } only] ? s_colours[only] : NeutralColour;
        return Component.Container(colour, [.. Texts(answer).Where(t => t.Length > 0).Select(Component.Text), .. rows]);
    }

    private IEnumerable<string> Texts(Answer answer)
    {
        var texts = AdapterTexts.In(answer.Language);
        yield return "### " + Truncation.Cut(new MarkdownBuilder().Text(names.In(answer.Title, answer.Language)).ToString(), MaxTitleLength);
        yield return Facts(answer);
        yield return Remarks(answer);
        yield return answer.Citations.Length > 0 ? Sources(answer, texts.Sources) : "";
        yield return answer.Pages > 1 ? "-# " + texts.PageOf(answer.Page, answer.Pages) : "";
    }

    private string Facts(Answer answer)
    {
        var text = new MarkdownBuilder();
        foreach (var section in answer.Sections)
        {
            if (text.Length > 0)
            {
                text.Line();
            }

            if (section.Heading is { } heading)
            {
                text.Bold(heading).Line();
            }

            foreach (var paragraph in section.Paragraphs)
            {
                text.Text(names.In(paragraph, answer.Language)).Line();
            }

            foreach (var fact in section.Facts)
            {
                if (fact != section.Facts[0])
                {
                    text.Line();
                }

                Write(fact, text);
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Remarks(Answer answer)
    {
        var text = new MarkdownBuilder();
        foreach (var remark in answer.Remarks)
        {
            text.Italic(remark).Line();
        }

        return text.ToString().TrimEnd('\n');
    }

    private static void Write(FactCard fact, MarkdownBuilder text)
    {
        if (fact.Date is { } date)
        {
            text.Bold(date).Text(" — ");
        }

        text.Text(fact.Text).Line();
        WriteStatus(fact, text);
        if (fact.Note is { } note)
        {
            text.Text(note).Line();
        }
    }

    // The status, the remarks and the source in one line, which is left out where there is none of them.
    private static void WriteStatus(FactCard fact, MarkdownBuilder text)
    {
        const string Separator = " · ";
        var separator = "";
        if (fact.Status is { } status)
        {
            text.Text(status.Symbol).Text(" ").Italic(status.Label);
            separator = Separator;
        }

        foreach (var remark in fact.Remarks)
        {
            text.Text(separator).Text(remark);
            separator = Separator;
        }

        if (fact.Source is { } source)
        {
            text.Text(separator).Link(source.Url, source.Short);
            separator = Separator;
        }

        foreach (var label in fact.Labels)
        {
            text.Text($"{(separator.Length > 0 ? " " : "")}[{label}]");
            separator = Separator;
        }

        if (separator.Length > 0)
        {
            text.Line();
        }
    }

    private static string Sources(Answer answer, string heading)
    {
        var text = new MarkdownBuilder().Bold(heading).Line();
        foreach (var citation in answer.Citations)
        {
            text.Text($"[{citation.Label}] ").Link(citation.Url, citation.Text).Line();
        }

        return text.ToString().TrimEnd('\n');
    }
}
