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
    /// <summary>Reads the vectors of a base. Every text is read once, though many facts share a title or a name.</summary>
    /// <param name="base">The base.</param>
    /// <param name="questions">Its example questions.</param>
    /// <param name="words">The table of word vectors.</param>
    public static FactVectors Build(FactBase @base, FoldedQuestions questions, WordVectors words)
    {
        var titles = @base.Events.ToDictionary(e => e.Id, e => Languages.All.ToArray().Select(l => words.Read(e.Title[l])).ToArray());
        var names = @base.Parties.ToDictionary(p => p.Id, p => p.Spellings.Select(words.Read).ToArray());
        var facts = @base.Facts.Select((f, position) => TextsOf(f, position, questions, titles[f.Event], @base.Languages, words)).ToList();
        var subjects = @base.OutOfScope.Select(s => (IReadOnlyList<TextPieces>)[.. s.Questions.SelectMany(q => q).Select(words.Read)]);
        var all = facts.Select((texts, i) => AllOf(@base.Facts[i], texts, names, @base.Languages, words));
        return new FactVectors(words, VectorIndex.Build(words, [.. facts, .. subjects]), PieceCoverage.Build(words, [.. all]));
    }

    private static List<TextPieces> TextsOf(Fact fact, int position, FoldedQuestions questions, TextPieces[] titles, IReadOnlyList<Language> languages, WordVectors words)
    {
        var texts = new List<TextPieces>();
        foreach (var language in languages)
        {
            texts.Add(words.Read(fact.Text[language]));
            texts.Add(titles[(int)language]);
            foreach (var question in questions[position, language])
            {
                texts.Add(words.Read(question.Standard));
            }
        }

        return texts;
    }

    // With the note and the names, which say what the fact knows, but not what it is about.
    private static List<TextPieces> AllOf(Fact fact, List<TextPieces> texts, Dictionary<string, TextPieces[]> names, IReadOnlyList<Language> languages, WordVectors words) =>
        [.. texts, .. fact.Note is { } note ? languages.Select(l => words.Read(note[l])) : [], .. fact.By.Concat(fact.About).SelectMany(p => names[p.Id])];
}
