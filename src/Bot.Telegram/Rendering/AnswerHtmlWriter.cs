using Bot.Answers.Model;
using Bot.Answers.Texts;

namespace Bot.Telegram.Rendering;

/// <summary>Writes an answer in Telegram's HTML: the title, the facts with their status, and the sources in an expandable quotation.</summary>
internal static class AnswerHtmlWriter
{
    private const string Separator = " · ";

    /// <summary>Writes one page of an answer.</summary>
    public static HtmlBuilder Write(Answer answer)
    {
        var texts = AdapterTexts.In(answer.Language);
        var html = new HtmlBuilder().Element("b", answer.Title);
        foreach (var section in answer.Sections)
        {
            html.NewLine();
            if (section.Heading is { } heading)
            {
                html.NewLine().Element("b", heading);
            }

            foreach (var paragraph in section.Paragraphs)
            {
                html.NewLine().Text(paragraph);
            }

            foreach (var fact in section.Facts)
            {
                Write(fact, fact == section.Facts[0], html);
            }
        }

        foreach (var remark in answer.Remarks)
        {
            html.NewLine().NewLine().Element("i", remark);
        }

        if (answer.Pages > 1)
        {
            html.NewLine().NewLine().Element("i", texts.PageOf(answer.Page, answer.Pages));
        }

        return answer.Citations.Length > 0 ? Sources(answer, texts, html) : html;
    }

    private static void Write(FactCard fact, bool isFirst, HtmlBuilder html)
    {
        if (!isFirst)
        {
            html.NewLine();
        }

        html.NewLine();
        if (fact.Date is { } date)
        {
            html.Element("b", date).Text(" — ");
        }

        html.Text(fact.Text);
        WriteStatus(fact, html);

        if (fact.Note is { } note)
        {
            html.NewLine().Text(note);
        }
    }

    // The status, the remarks and the source in one line, which is left out where there is none of them.
    private static void WriteStatus(FactCard fact, HtmlBuilder html)
    {
        var separator = "\n";
        if (fact.Status is { } status)
        {
            html.Text(separator).Text(status.Symbol).Text(" ").Element("i", status.Label);
            separator = Separator;
        }

        foreach (var remark in fact.Remarks)
        {
            html.Text(separator).Text(remark);
            separator = Separator;
        }

        if (fact.Source is { } source)
        {
            html.Text(separator).Link(source.Url, source.Short);
        }

        foreach (var label in fact.Labels)
        {
            html.Text(" [").Text(label).Text("]");
        }
    }

    private static HtmlBuilder Sources(Answer answer, AdapterTexts texts, HtmlBuilder html)
    {
        html.NewLine().NewLine().Open("blockquote", "expandable").Element("b", texts.Sources);
        foreach (var citation in answer.Citations)
        {
            html.NewLine().Text("[").Text(citation.Label).Text("] ").Link(citation.Url, citation.Text);
        }

        return html.Close("blockquote");
    }
}
