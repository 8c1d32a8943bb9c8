using Bot.Answers.Model;
using Bot.Answers.Texts;

namespace Bot.Telegram.Rendering;

/// <summary>An answer in Telegram's HTML: title, facts with their status, and the sources folded into an expandable quotation.</summary>
internal static class AnswerHtml
{
    /// <summary>Writes the page that an answer is.</summary>
    public static HtmlText Write(Answer answer)
    {
        var texts = SharedTexts.In(answer.Language);
        var html = new HtmlText().In("b", answer.Title);
        foreach (var section in answer.Sections)
        {
            html.Line();
            if (section.Heading is { } heading)
            {
                html.Line().In("b", heading);
            }

            foreach (var paragraph in section.Paragraphs)
            {
                html.Line().Text(paragraph);
            }

            foreach (var fact in section.Facts)
            {
                Write(fact, fact == section.Facts[0], html);
            }
        }

        if (answer.Pages > 1)
        {
            html.Line().Line().In("i", texts.PageOf(answer.Page, answer.Pages));
        }

        return answer.Citations.Length > 0 ? Sources(answer, texts, html) : html;
    }

    private static void Write(FactCard fact, bool isFirst, HtmlText html)
    {
        if (!isFirst)
        {
            html.Line();
        }

        html.Line().In("b", fact.Date).Text(" — ").Text(fact.Text)
            .Line().Text(fact.Status.Mark).Text(" ").In("i", fact.Status.Label);
        foreach (var label in fact.Labels)
        {
            html.Text(" [").Text(label).Text("]");
        }

        if (fact.Note is { } note)
        {
            html.Line().Text(note);
        }
    }

    private static HtmlText Sources(Answer answer, SharedTexts texts, HtmlText html)
    {
        html.Line().Line().Open("blockquote", "expandable").In("b", texts.Sources);
        foreach (var citation in answer.Citations)
        {
            html.Line().Text("[").Text(citation.Label).Text("] ");
            if (citation.Address is { } address)
            {
                html.Link(address, citation.Text);
            }
            else
            {
                html.Text(citation.Text);
            }
        }

        return html.Close("blockquote");
    }
}
