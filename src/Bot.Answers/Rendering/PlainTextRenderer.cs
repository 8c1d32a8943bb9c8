using System.Text;
using Bot.Answers.Model;
using Bot.Answers.Texts;

namespace Bot.Answers.Rendering;

/// <summary>Renders answers as plain text, for terminals, logs and screen readers.</summary>
public static class PlainTextRenderer
{
    /// <summary>The answer's text: title, sections, sources, follow-ups. Lines are separated by line feeds.</summary>
    /// <param name="answer">An answer, or a page of one.</param>
    public static string Write(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var labels = AdapterTexts.In(answer.Language);
        var text = new StringBuilder();
        WriteBody(answer, text, withAddresses: true);
        if (answer.FollowUps.Length > 0 || answer.HasDetails)
        {
            text.Append('\n').Append(labels.TryAlso).Append('\n');
            if (answer.HasDetails)
            {
                text.Append(FollowUpLine(new FollowUp(labels.Details, answer.Request with { Detail = Detail.Full }))).Append('\n');
            }

            foreach (var followUp in answer.FollowUps)
            {
                text.Append(FollowUpLine(followUp)).Append('\n');
            }
        }

        return text.ToString(0, text.Length - 1);
    }

    /// <summary>The length of what there is to read, in UTF-16 units: without follow-ups and addresses.</summary>
    /// <param name="answer">An answer, or a page of one.</param>
    public static int Measure(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var text = new StringBuilder();
        WriteBody(answer, text, withAddresses: false);
        return text.Length;
    }

    /// <summary>The length of a fact, in UTF-16 units without addresses.</summary>
    public static int Measure(FactCard fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var text = new StringBuilder();
        Write(fact, text, withAddresses: false);
        return text.Length;
    }

    /// <summary>The line below a fact: <c>✓ Confirmed [10] [a]</c>, or with its source <c>✓ Confirmed · The Gazette, 3 May 2021</c>; empty when there is nothing to say.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="withAddress">Whether to add the address of the source.</param>
    public static string StatusLine(FactCard fact, bool withAddress = true)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var parts = new List<string>();
        if (fact.Status is { } status)
        {
            parts.Add($"{status.Symbol} {status.Label}");
        }

        parts.AddRange(fact.Remarks);
        if (fact.Source is { } source)
        {
            parts.Add(withAddress && source.Url is { } address ? $"{source.Short} {address}" : source.Short);
        }

        return (string.Join(" · ", parts) + string.Concat(fact.Labels.Select(l => $" [{l}]"))).TrimStart();
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
        return $"/{request.Command}{(request.Arguments.Length > 0 ? " " + request.Arguments : "")}{(request.Detail == Detail.Full ? " detail:full" : "")} — {followUp.Label}";
    }

    private static void WriteBody(Answer answer, StringBuilder text, bool withAddresses)
    {
        var labels = AdapterTexts.In(answer.Language);
        text.Append(answer.Title).Append('\n');
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
                Write(fact, text, withAddresses);
            }
        }

        foreach (var remark in answer.Remarks)
        {
            text.Append('\n').Append(remark).Append('\n');
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
                text.Append(withAddresses ? CitationLine(citation) : CitationLine(citation with { Url = null })).Append('\n');
            }
        }
    }

    private static void Write(FactCard fact, StringBuilder text, bool withAddresses)
    {
        text.Append("• ");
        if (fact.Date is { } date)
        {
            text.Append(date).Append(" — ");
        }

        text.Append(fact.Text).Append('\n');
        if (StatusLine(fact, withAddresses) is { Length: > 0 } status)
        {
            text.Append("  ").Append(status).Append('\n');
        }

        if (fact.Note is { } note)
        {
            text.Append("  ").Append(note).Append('\n');
        }
    }
}
