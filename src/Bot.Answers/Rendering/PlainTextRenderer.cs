using System.Text;
using Bot.Answers.Model;
using Bot.Answers.Texts;

namespace Bot.Answers.Rendering;

/// <summary>Renders answers as plain text, for terminals, logs and screen readers.</summary>
public static class PlainTextRenderer
{
    /// <summary>The page's text: title, sections, sources, follow-ups. Lines are separated by line feeds.</summary>
    public static string Write(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var labels = AdapterTexts.In(answer.Language);
        var text = new StringBuilder(answer.Title).Append('\n');
        foreach (var section in answer.Sections)
        {
            text.Append('\n');
            if (section.Heading is { } heading)
            {
                text.Append(heading).Append('\n');
            }

            foreach (var paragraph in section.Paragraphs)
            {
                text.Append(paragraph).Append('\n');
            }

            foreach (var fact in section.Facts)
            {
                text.Append("• ").Append(fact.Date).Append(" — ").Append(fact.Text).Append('\n')
                    .Append("  ").Append(StatusLine(fact)).Append('\n');
                if (fact.Note is { } note)
                {
                    text.Append("  ").Append(note).Append('\n');
                }
            }
        }

        if (answer.Pages > 1)
        {
            text.Append('\n').Append(labels.PageOf(answer.Page, answer.Pages)).Append('\n');
        }

        if (answer.Citations.Length > 0)
        {
            text.Append('\n').Append(labels.Sources).Append('\n');
            foreach (var citation in answer.Citations)
            {
                text.Append(CitationLine(citation)).Append('\n');
            }
        }

        if (answer.FollowUps.Length > 0)
        {
            text.Append('\n').Append(labels.TryAlso).Append('\n');
            foreach (var followUp in answer.FollowUps)
            {
                text.Append(FollowUpLine(followUp)).Append('\n');
            }
        }

        return text.ToString(0, text.Length - 1);
    }

    /// <summary>A fact's status and labels: <c>✓ Confirmed [10] [a]</c>.</summary>
    public static string StatusLine(FactCard fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return $"{fact.Status.Symbol} {fact.Status.Label}{string.Concat(fact.Labels.Select(l => $" [{l}]"))}";
    }

    /// <summary>A source with its label and address.</summary>
    public static string CitationLine(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return $"[{citation.Label}] {citation.Text}{(citation.Url is { } address ? " " + address : "")}";
    }

    /// <summary>A follow-up as a command to type, with its label.</summary>
    public static string FollowUpLine(FollowUp followUp)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        var request = followUp.Request;
        return $"/{request.Command}{(request.Arguments.Length > 0 ? " " + request.Arguments : "")} — {followUp.Label}";
    }
}
