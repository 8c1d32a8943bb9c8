using Bot.Answers.Typing;
using Bot.Facts.Model;
using Bot.Search.Vectors;

namespace Bot.Answers.Scoring;

/// <summary>The word vectors of a base: of its facts' texts and example questions, followed by those of the subjects out of scope.</summary>
/// <param name="Words">The table of word vectors.</param>
/// <param name="Index">The vectors of the texts.</param>
/// <param name="Coverage">The pieces of the facts' words.</param>
internal sealed record FactVectors(WordVectors Words, VectorIndex Index, PieceCoverage Coverage)
{
    /// <summary>Reads the vectors of a base.</summary>
    public static FactVectors Build(FactBase @base, WordVectors words)
    {
        var texts = @base.Facts.Select(f => TextsOf(f, @base)).Concat(@base.OutOfScope.Select(s => (IReadOnlyList<string>)[.. s.Questions.SelectMany(q => q)])).ToList();
        return new FactVectors(words, VectorIndex.Build(words, texts), PieceCoverage.Build(words, [.. @base.Facts.Select((f, i) => AllOf(f, texts[i], @base))]));
    }

    private static List<string> TextsOf(Fact fact, FactBase @base)
    {
        var texts = new List<string>();
        foreach (var language in @base.Languages)
        {
            texts.Add(fact.Text[language]);
            texts.Add(@base.FindEvent(fact.Event)!.Title[language]);
            texts.AddRange(fact.Questions[(int)language].Select(ColloquialWords.Default.Replace));
        }

        return texts;
    }

    // With the note and the names, which say what the fact knows, but not what it is about.
    private static List<string> AllOf(Fact fact, IReadOnlyList<string> texts, FactBase @base) =>
        [.. texts, .. fact.Note is { } note ? @base.Languages.Select(l => note[l]) : [], .. fact.By.Concat(fact.About).SelectMany(p => p.Spellings)];
}
