using Bot.Facts.Diffing;

namespace Bot.Facts.Tests.Diffing;

public sealed class WordChangeTests
{
    [Theory]
    [InlineData("The talks lasted about 4.5 hours.", "The talks lasted 4.5 hours.", "The talks lasted [-about -]4.5 hours.")]
    [InlineData("It was long.", "It was very long.", "It was {+very +}long.")]
    [InlineData("one two three", "one 2 three", "one [-two-]{+2+} three")]
    [InlineData("two words here", "three terms now", "[-two-]{+three+} [-words-]{+terms+} [-here-]{+now+}")]
    [InlineData("會談歷時約4.5小時。", "會談歷時4.5小時。", "會談歷時[-約-]4.5小時。")]
    [InlineData("Он длился 4,5 часа", "Он длился 5 часов", "Он длился [-4,-]5 [-часа-]{+часов+}")]
    [InlineData("same", "same", "same")]
    [InlineData("", "new", "{+new+}")]
    public void Texts_are_compared_word_by_word_and_Han_text_by_character(string old, string @new, string marked)
    {
        var changes = WordChange.Compare(old, @new);

        Assert.Equal(marked, string.Concat(changes.Select(c => c.Kind switch { WordChangeKind.Removed => $"[-{c.Text}-]", WordChangeKind.Added => $"{{+{c.Text}+}}", _ => c.Text })));
        Assert.Equal(old, string.Concat(changes.Where(c => c.Kind != WordChangeKind.Added).Select(c => c.Text)));
        Assert.Equal(@new, string.Concat(changes.Where(c => c.Kind != WordChangeKind.Removed).Select(c => c.Text)));
    }
}
