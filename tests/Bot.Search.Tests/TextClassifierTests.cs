using Bot.Search.Classification;

namespace Bot.Search.Tests;

public sealed class TextClassifierTests
{
    private const int Length = 0;
    private const int Place = 1;
    private const int People = 2;

    private static readonly TextClassifier s_classifier = ClassifierTrainer.Train(
        [
            new("how long did the talks last", Length), new("how many hours did they talk", Length), new("会谈了多久", Length), new("сколько длились переговоры", Length),
            new("where did the talks take place", Place), new("in which city did they talk", Place), new("会谈在哪里", Place), new("где шли переговоры", Place),
            new("who took part in the talks", People), new("which people did talk", People), new("谁参加会谈", People), new("кто вёл переговоры", People),
        ],
        3);

    [Theory]
    [InlineData("how long were the delegations at it?", Length)]
    [InlineData("How many HOURS of talks", Length)]
    [InlineData("город, где шли переговоры", Place)]
    [InlineData("在哪里", Place)]
    [InlineData("在哪裡", Place)]
    [InlineData("who?", People)]
    [InlineData("谁", People)]
    [InlineData("how lonng", Length)]
    public void A_text_is_most_probably_what_its_words_were_examples_of(string text, int label)
    {
        var probabilities = Classify(s_classifier, text, 3);

        Assert.Equal(label, Array.IndexOf(probabilities, probabilities.Max()));
    }

    [Theory]
    [InlineData("how long did the talks last")]
    [InlineData("the weather")]
    [InlineData("")]
    [InlineData("?!")]
    public void Probabilities_are_together_one(string text)
    {
        Assert.Equal(1f, Classify(s_classifier, text, 3).Sum(), 0.0001f);
    }

    [Fact]
    public void What_no_example_has_says_next_to_nothing()
    {
        Assert.All(Classify(s_classifier, "", 3), probability => Assert.Equal(0.33f, probability, 0.1f));
    }

    [Fact]
    public void What_sets_examples_apart_counts_for_more_than_what_they_have_in_common()
    {
        var classifier = ClassifierTrainer.Train(
            [new("the palace in Riyadh was built", 0), new("the palace in Riyadh was built", 0), new("the palace in Riyadh was sold", 1), new("the palace in Riyadh was sold", 1)],
            2);

        Assert.InRange(Classify(classifier, "sold", 2)[1], 0.9f, 1f);
        Assert.InRange(Classify(classifier, "the palace in Riyadh", 2)[1], 0.3f, 0.7f);
    }

    [Fact]
    public void The_same_examples_give_the_same_probabilities_to_the_last_bit()
    {
        LabeledExample[] examples = [new("one summit", 0), new("two delegations", 1), new("三方会谈", 2), new("four hours", 3)];

        Assert.Equal(Classify(ClassifierTrainer.Train(examples, 4), "two summits", 4), Classify(ClassifierTrainer.Train(examples, 4), "two summits", 4));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(300)]
    public void There_may_be_any_number_of_labels(int labels)
    {
        var classifier = ClassifierTrainer.Train([.. Enumerable.Range(0, labels).Select(label => new LabeledExample($"subject{label * 7919}", label))], labels);

        var probabilities = Classify(classifier, $"subject{(labels - 1) * 7919}", labels);

        Assert.Equal(labels - 1, Array.IndexOf(probabilities, probabilities.Max()));
        Assert.Equal(1f, probabilities.Sum(), 0.001f);
    }

    [Fact]
    public void A_text_of_any_length_and_kind_is_taken()
    {
        foreach (var text in (string[])[new string('a', 100_000), string.Concat(Enumerable.Repeat("会谈", 50_000)), string.Concat(Enumerable.Repeat("x ", 50_000)), "\ud800\udfff\0"])
        {
            Assert.Equal(1f, Classify(s_classifier, text, 3).Sum(), 0.0001f);
        }
    }

    [Fact]
    public void Nothing_is_allocated_for_a_text()
    {
        var probabilities = new float[3];
        s_classifier.Classify("how long did the talks last", probabilities);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
        {
            s_classifier.Classify("how long did the talks last", probabilities);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void An_example_of_something_that_there_is_not_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ClassifierTrainer.Train([new("text", 2)], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClassifierTrainer.Train([new("text", -1)], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClassifierTrainer.Train([], 0));
    }

    [Fact]
    public void Room_for_another_number_of_labels_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => s_classifier.Classify("text", new float[2]));
    }

    private static float[] Classify(TextClassifier classifier, string text, int labels)
    {
        var probabilities = new float[labels];
        classifier.Classify(text, probabilities);
        return probabilities;
    }
}
