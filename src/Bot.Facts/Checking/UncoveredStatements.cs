using Bot.Facts.Reading;

namespace Bot.Facts.Checking;

/// <summary>Every statement of the article that a chapter declares is covered by one of its facts, and no fact covers another.</summary>
internal sealed class UncoveredStatements : IRule
{
    public IEnumerable<Problem> Check(Draft draft)
    {
        foreach (var file in draft.Files)
        {
            if (file.Shape != Shapes.ChapterFile || file.Root is not MapNode chapter)
            {
                continue;
            }

            var folder = file.Path[..(file.Path.IndexOf('/') + 1)];
            var covered = draft.Of(Shapes.Fact)
                .Where(f => f.Place.File.StartsWith(folder, StringComparison.Ordinal))
                .SelectMany(f => f.Scalars("statements"))
                .ToLookup(s => s.Text);
            Shapes.TryBounds(chapter.Text("statements") ?? "1 to 0", out var first, out var last);

            for (var number = first; number <= last; number++)
            {
                if (!covered.Contains($"S{number:00}"))
                {
                    yield return new Problem(chapter["statements"]!.Place, $"no fact covers S{number:00}", "add it to the statements of the fact that says it");
                }
            }

            foreach (var stray in covered.SelectMany(s => s).Where(s => Shapes.StatementNumber(s.Text) is { } number && (number < first || number > last)))
            {
                yield return new Problem(stray.Place, $"{stray.Text} is none of the chapter's statements", "mend the number, or statements in chapter.yaml");
            }
        }
    }
}
