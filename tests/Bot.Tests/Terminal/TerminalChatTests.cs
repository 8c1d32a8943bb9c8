using System.Text;
using Bot.Answers.Model;
using Bot.Facts.Model;
using Bot.Terminal;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Terminal;

public sealed class TerminalChatTests : IDisposable
{
    private readonly TestedConsole _console = new(width: 100, height: 200);

    public static TheoryData<string> Tags => [.. Languages.Tags];

    public void Dispose() => _console.Dispose();

    [Theory]
    [MemberData(nameof(Tags))]
    public async Task The_welcome_has_three_questions_that_the_base_surely_answers_and_says_how_to_end(string language)
    {
        _console.Control(ConsoleKey.D);
        await Chat(language).ConverseAsync(TestContext.Current.CancellationToken);

        var questions = _console.Screen.Text.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim()).ToList();
        Assert.Equal(3, questions.Count);
        Assert.All(questions, q => Assert.Equal(Outcome.Answered, SampleBase.Ask(q, language).Outcome));
        Assert.Contains("exit", _console.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("Ctrl+D", _console.Screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exit")]
    [InlineData("quit")]
    [InlineData("QUIT")]
    [InlineData(" :q ")]
    [InlineData("/quit")]
    [InlineData("/exit")]
    public async Task A_word_ends_the_chat(string word)
    {
        _console.Type($"{word}\n/about\n");
        await Chat("en").ConverseAsync(TestContext.Current.CancellationToken);

        Assert.EndsWith($"> {word.TrimEnd()}\n", _console.Screen.Text, StringComparison.Ordinal);
        Assert.True(_console.Keyboard.HasKey);
    }

    [Fact]
    public async Task Several_lines_that_are_pasted_are_each_shown_with_their_answer()
    {
        _console.Type("/nosuch\n\n/who Lavrov lang:xx\nexit\n");
        await Chat("en").ConverseAsync(TestContext.Current.CancellationToken);

        var screen = _console.Screen.Text;
        Assert.Contains("> /nosuch\nNo such command\n\nThere is no such command.", screen, StringComparison.Ordinal);
        Assert.Contains(">\n> /who Lavrov lang:xx\nThat could not be read\n\nThat language is not available.", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_higher_than_the_screen_is_shown_in_pages()
    {
        _console.Resize(100, 30);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        _console.Type("/corrections\n");
        var chat = Chat("en").ConverseAsync(cancellation.Token);
        while (!_console.Screen.Text.EndsWith("\n-- more: Space, end: q --", StringComparison.Ordinal))
        {
            cancellation.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Assert.Equal(30, _console.Screen.Text.Split('\n').Length);
        await cancellation.CancelAsync();
        while (!chat.IsCompleted)
        {
            _console.Time.Advance(TimeSpan.FromMilliseconds(15));
            await Task.Yield();
        }
    }

    [Fact]
    public async Task Where_there_are_no_control_codes_there_is_a_prompt_before_each_line()
    {
        var output = new StringWriter { NewLine = "\n" };
        using var input = new MemoryStream(Encoding.UTF8.GetBytes("/nosuch\n\nquit\n/about\n"));
        await Chat("en").ConversePlainlyAsync(StandardInput.Read(input), output, TestContext.Current.CancellationToken);

        var text = output.ToString();
        Assert.StartsWith("About this bot\n\n", text, StringComparison.Ordinal);
        Assert.Contains("Ctrl+D ends the chat.\n\n> No such command\n\n", text, StringComparison.Ordinal);
        Assert.EndsWith("/help — Help\n\n> > ", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', text);
    }

    private TerminalChat Chat(string language) => new(
        SampleBase.Answerer,
        new LineAnswerer(SampleBase.Answerer, _console.Time, language) { IsConversation = true },
        _console.Prompt,
        _console.Console,
        _console.Time,
        new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance));
}
