namespace Bot.Telegram.Tests.Receiving;

/// <summary>A body that must not be touched.</summary>
internal sealed class UnreadableStream : MemoryStream
{
    public override bool CanRead => throw new InvalidOperationException("The body was touched.");

    public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("The body was read.");

    public override int Read(Span<byte> buffer) => throw new InvalidOperationException("The body was read.");

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("The body was read.");

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("The body was read.");
}
