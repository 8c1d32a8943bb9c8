using Bot.Search.Classification;

namespace Bot.Search.Tests;

public sealed class ClassifierFileTests
{
    private const int Labels = 3;

    private static readonly List<LabeledExample> s_examples = [new("how long did it last", 0), new("where was it", 1), new("谁参加会谈", 2), new("кто вёл переговоры", 2)];

    [Theory]
    [InlineData("how long")]
    [InlineData("谁")]
    [InlineData("кто это был")]
    [InlineData("")]
    public void What_was_written_predicts_the_same(string text)
    {
        var trained = ClassifierTrainer.Train(s_examples, Labels);
        var read = ClassifierFile.Read(ClassifierFile.Write(trained, Hash()), Hash(), Labels)!;
        var (expected, actual) = (new float[Labels], new float[Labels]);

        trained.Classify(text, expected);
        read.Classify(text, actual);

        Assert.Equal(expected, actual);
        Assert.Equal(trained.SizeInBytes, read.SizeInBytes);
    }

    [Fact]
    public void What_was_trained_on_other_examples_is_not_read()
    {
        var written = ClassifierFile.Write(ClassifierTrainer.Train(s_examples, Labels), Hash());

        Assert.NotNull(ClassifierFile.Read(written, Hash(), Labels));
        Assert.Null(ClassifierFile.Read(written, ClassifierFile.HashOf([.. s_examples.Skip(1)], Labels), Labels));
        Assert.Null(ClassifierFile.Read(written, ClassifierFile.HashOf([new("how long did it las", 0), .. s_examples.Skip(1)], Labels), Labels));
        Assert.Null(ClassifierFile.Read(written, ClassifierFile.HashOf([new("how long did it last", 1), .. s_examples.Skip(1)], Labels), Labels));
        Assert.Null(ClassifierFile.Read(written, ClassifierFile.HashOf(s_examples, Labels + 1), Labels));
    }

    [Fact]
    public void Damaged_bytes_are_not_read()
    {
        var written = ClassifierFile.Write(ClassifierTrainer.Train(s_examples, Labels), Hash());
        foreach (var position in (int[])[0, 40, written.Length / 2, written.Length - 40, written.Length - 1])
        {
            var damaged = written.ToArray();
            damaged[position] ^= 1;
            Assert.Null(ClassifierFile.Read(damaged, Hash(), Labels));
        }

        Assert.Null(ClassifierFile.Read(written.AsSpan()[..^1], Hash(), Labels));
        Assert.Null(ClassifierFile.Read([.. written, 0], Hash(), Labels));
        Assert.Null(ClassifierFile.Read([], Hash(), Labels));
        Assert.Null(ClassifierFile.Read(written, Hash(), Labels + 1));
    }

    private static byte[] Hash() => ClassifierFile.HashOf(s_examples, Labels);
}
