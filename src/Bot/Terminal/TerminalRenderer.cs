using Bot.Answers.Model;
using Bot.Answers.Rendering;
using Bot.Answers.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Bot.Terminal;

/// <summary>Renders an answer for a terminal, with colours and wrapping. Wide characters are counted as the terminal does.</summary>
internal static class TerminalRenderer
{
    /// <summary>Renders an answer.</summary>
    public static IRenderable Render(Answer answer)
    {
        answer = Summary.Of(answer);
        var labels = AdapterTexts.In(answer.Language);
        var rows = new List<IRenderable> { new Text(answer.Title, new Style(decoration: Decoration.Bold)) };
        foreach (var section in answer.Sections)
        {
            rows.Add(Text.Empty);
            if (section.Heading is { } heading)
            {
                rows.Add(new Text(heading, new Style(Color.Aqua)));
            }

            rows.AddRange(section.Paragraphs.Select(p => new Text(p)));
            rows.AddRange(section.Facts.SelectMany(Fact));
        }

        foreach (var remark in answer.Remarks)
        {
            rows.Add(Text.Empty);
            rows.Add(new Text(remark, new Style(decoration: Decoration.Italic)));
        }

        if (answer.Citations.Length > 0)
        {
            rows.Add(Text.Empty);
            rows.Add(new Text(labels.Sources, new Style(Color.Grey)));
            rows.AddRange(answer.Citations.Select(c => new Text(PlainTextRenderer.CitationLine(c), new Style(Color.Grey))));
        }

        if (answer.FollowUps.Length > 0 || answer.HasDetails)
        {
            rows.Add(Text.Empty);
            rows.Add(new Text(labels.TryAlso, new Style(Color.Grey)));
            if (answer.HasDetails)
            {
                rows.Add(new Text($"  more — {labels.Details}"));
            }

            rows.AddRange(answer.FollowUps.Select(f => new Text("  " + PlainTextRenderer.FollowUpLine(f))));
        }

        rows.Add(Text.Empty);
        return new Rows(rows);
    }

    private static IRenderable[] Fact(FactCard fact)
    {
        var rows = new List<IRenderable> { new Text(fact.Text) };
        if (PlainTextRenderer.StatusLine(fact) is { Length: > 0 } status)
        {
            rows.Add(new Text(status, new Style(Colour(fact.Status))));
        }

        if (fact.Note is { } note)
        {
            rows.Add(new Text(note, new Style(decoration: Decoration.Italic)));
        }

        // The date is on its own line: Chinese text has no spaces, so after a date all of it would move to the next line.
        var body = new Padder(new Rows(rows), new Padding(2, 0, 0, 0));
        return fact.Date is { } date ? [new Text("• " + date, new Style(decoration: Decoration.Bold)), body] : [body];
    }

    private static Color Colour(StatusBadge? status) => status?.Code switch
    {
        "confirmed" => Color.Green,
        "confirmed-with-nuance" => Color.Yellow,
        "corrected" => Color.Orange1,
        "disputed" => Color.Purple,
        _ => Color.Grey,
    };
}
