using System.IO.Pipes;
using Bot.Cli;
using Bot.Terminal;
using Microsoft.Win32.SafeHandles;

namespace Bot.Tests;

public sealed class StandardStreamsTests
{
    [Theory]
    [InlineData("ask", "hello")]
    [InlineData("ask", "--json", "hello")]
    [InlineData("facts", "check")]
    [InlineData("facts", "export")]
    [InlineData("--help")]
    public async Task An_output_that_is_full_ends_it_with_2_and_one_line(params string[] arguments)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no full device here.");
        var (code, error) = await RunAsync(() => new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0), arguments);

        Assert.Equal(2, code);
        Assert.StartsWith("standard output cannot be written: No space left on device", error, StringComparison.Ordinal);
        Assert.EndsWith("; check where it goes to\n", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("ask", "hello")]
    [InlineData("facts", "check")]
    [InlineData("facts", "export")]
    public async Task A_reader_that_is_gone_ends_it_quietly(params string[] arguments)
    {
        using var reader = new AnonymousPipeServerStream(PipeDirection.In);
        using var written = reader.ClientSafePipeHandle;
        using var handle = new SafeFileHandle(written.DangerousGetHandle(), ownsHandle: false);
        reader.Dispose();

        Assert.Equal((0, ""), await RunAsync(() => new FileStream(handle, FileAccess.Write, bufferSize: 0), arguments));
    }

    [Fact]
    public void A_descriptor_that_the_program_opened_itself_closes_on_exec_and_one_that_it_was_given_does_not()
    {
        Assert.True(StandardStreams.IsOwn(["pos:\t0", "flags:\t02100000", "mnt_id:\t15"]));
        Assert.False(StandardStreams.IsOwn(["pos:\t0", "flags:\t0100002", "mnt_id:\t15"]));
        Assert.False(StandardStreams.IsOwn([]));
        Assert.False(StandardStreams.IsClosed(StandardStream.Error));
    }

    [Fact]
    public async Task Reading_tells_why_it_fails()
    {
        await using var input = new CheckedStream(StandardStream.Input, () => throw new UnauthorizedAccessException("Access is denied."));

        var ex = Assert.Throws<StandardStreamException>(() => input.Read(new byte[1], 0, 1));

        Assert.Equal(("standard input cannot be read: Access is denied; check where it comes from", false), (ex.Message, ex.IsReaderGone));
    }

    private static async Task<(int Code, string Error)> RunAsync(Func<Stream> open, string[] arguments)
    {
        await using var output = new CheckedStream(StandardStream.Output, open);
        await using var error = new StringWriter { NewLine = "\n" };

        // Not disposed of, since that would write once more what could not be written.
        return (await CommandLine.RunAsync(arguments, StandardOutput.Write(output), error, TimeProvider.System), error.ToString());
    }
}
