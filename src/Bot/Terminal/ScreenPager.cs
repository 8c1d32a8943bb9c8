using Spectre.Console;
using Spectre.Console.Rendering;

namespace Bot.Terminal;

/// <summary>Shows content that is higher than the screen page by page: Space or Enter shows the next one, q ends.</summary>
/// <param name="console">The screen.</param>
/// <param name="prompt">Where it waits for a key.</param>
/// <param name="keyboard">The keys.</param>
internal sealed class ScreenPager(IAnsiConsole console, PromptLine prompt, Keyboard keyboard)
{
    /// <summary>Shows a content. If keys are already waiting, such as pasted lines, it shows everything at once.</summary>
    /// <param name="content">The content.</param>
    /// <param name="more">The line below a page: there is more, and the keys for it.</param>
    /// <param name="cancellation">Ends it after the page that is shown.</param>
    public async Task ShowAsync(IRenderable content, string more, CancellationToken cancellation)
    {
        var width = console.Profile.Width;
        var lines = Segment.SplitLines(content.Render(RenderOptions.Create(console, console.Profile.Capabilities), width), width);
        for (var shown = 0; shown < lines.Count;)
        {
            var page = keyboard.HasKey ? lines.Count - shown : Math.Min(Math.Max(1, console.Profile.Height - 1), lines.Count - shown);
            var written = lines.GetRange(shown, page);
            prompt.WriteAbove(() => console.Write(new Lines(written)));
            shown += page;
            if (shown < lines.Count && !await WantsMoreAsync(more, cancellation).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    private async Task<bool> WantsMoreAsync(string more, CancellationToken cancellation)
    {
        var (visible, _) = CellText.Fit(more, 0, console.Profile.Width - 1);
        prompt.Show(visible, CellText.Count(visible));
        try
        {
            while (await keyboard.ReadKeyAsync(null, cancellation).ConfigureAwait(false) is { } key)
            {
                switch (key.Key)
                {
                    case ConsoleKey.Spacebar or ConsoleKey.Enter or ConsoleKey.PageDown or ConsoleKey.DownArrow:
                        return true;
                    case ConsoleKey.Q or ConsoleKey.Escape:
                    case ConsoleKey.C or ConsoleKey.D when key.Modifiers.HasFlag(ConsoleModifiers.Control):
                        return false;
                }
            }

            return false;
        }
        finally
        {
            prompt.Remove();
        }
    }

    private sealed class Lines(List<SegmentLine> lines) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => lines.SelectMany(line => line.Append(Segment.LineBreak));
    }
}
