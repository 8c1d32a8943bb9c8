using System.Text;

namespace Bot.Terminal;

/// <summary>Writes whole lines above the prompt. The log uses it, whose messages end with their line.</summary>
/// <param name="prompt">The prompt.</param>
/// <param name="inner">The output on the same screen.</param>
internal sealed class AbovePromptWriter(PromptLine prompt, TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => prompt.WriteAbove(() => inner.Write(value));

    public override void Write(string? value) => prompt.WriteAbove(() => inner.Write(value));

    public override void WriteLine(string? value) => prompt.WriteAbove(() => inner.WriteLine(value));
}
