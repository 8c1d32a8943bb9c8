using Bot.Adapters.Text;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Discord.Wire;

namespace Bot.Discord.Rendering;

/// <summary>Writes an answer as embeds: one with the facts and their status, and one with the sources.</summary>
internal sealed class EmbedWriter(LocalizedCommandNames names)
{
    // The colour of the facts' common status; blue-grey when there is none or more than one.
    private static readonly Dictionary<string, int> s_colours = new()
    {
        ["confirmed"] = 0x2E7D32,
        ["confirmed-with-nuance"] = 0x827717,
        ["corrected"] = 0xE65100,
        ["unverified"] = 0x757575,
    };

    private const int OtherColour = 0x455A64;

    /// <summary>Writes one page of an answer.</summary>
    public IReadOnlyList<Embed> Write(Answer answer)
    {
        var texts = AdapterTexts.In(answer.Language);
        var colour = answer.Facts.Select(f => f.Status.Code).Distinct().ToList() is [var only] ? s_colours[only] : OtherColour;
        var facts = new Embed
        {
            Title = Truncation.Cut(new MarkdownBuilder().Text(names.In(answer.Title, answer.Language)).ToString(), Embed.MaxTitleLength),
            Description = Facts(answer),
            Color = colour,
        };
        var footer = answer.Pages > 1 ? new EmbedFooter(texts.PageOf(answer.Page, answer.Pages)) : null;
        return answer.Citations.Length == 0
            ? [facts with { Footer = footer }]
            : [facts, new Embed { Title = texts.Sources, Description = Sources(answer), Color = colour, Footer = footer }];
    }

    /// <summary>
    /// The size of the embeds in a message, relative to the limits, in characters of <see cref="Embed.MaxTotalLength"/>. The total of all
    /// embeds counts, or the longest description, scaled to its lower limit, if that is more.
    /// </summary>
    public static int Measure(IReadOnlyList<Embed> embeds)
    {
        var fullest = embeds.Max(e => e.Description!.Length);
        return Math.Max(embeds.Sum(e => e.Length()), ((fullest * Embed.MaxTotalLength) + Embed.MaxDescriptionLength - 1) / Embed.MaxDescriptionLength);
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

    private static void Write(FactCard fact, MarkdownBuilder text)
    {
        text.Bold(fact.Date).Text(" — ").Text(fact.Text).Line()
            .Text(fact.Status.Symbol).Text(" ").Italic(fact.Status.Label);
        foreach (var label in fact.Labels)
        {
            text.Text($" [{label}]");
        }

        text.Line();
        if (fact.Note is { } note)
        {
            text.Text(note).Line();
        }
    }

    private static string Sources(Answer answer)
    {
        var text = new MarkdownBuilder();
        foreach (var citation in answer.Citations)
        {
            text.Text($"[{citation.Label}] ");
            if (citation.Url is { } address)
            {
                text.Link(address, citation.Text);
            }
            else
            {
                text.Text(citation.Text);
            }

            text.Line();
        }

        return text.ToString().TrimEnd('\n');
    }
}
