using Bot.Facts.Model;
using Bot.Search.Classification;
using Bot.Search.Index;
using Bot.Search.Text;

namespace Bot.Answers.Understanding;

/// <summary>What the search is built of: a document for each fact, and behind them one for each subject out of scope.</summary>
/// <param name="base">The base.</param>
/// <param name="parties">Its people, places and organisations by name.</param>
internal sealed class FactDocuments(FactBase @base, NameIndex<Party> parties)
{
    /// <summary>The documents: the facts by their positions in the base, then the subjects by theirs.</summary>
    public SearchDocument[] All() => [.. @base.Facts.Select(Document), .. @base.OutOfScope.Select(Document)];

    /// <summary>One name for each party in all languages and spellings: its id, in one word.</summary>
    public string Canonicalize(string text) => parties.Replace(Folding.Fold(text), p => p.Id.Replace("-", "", StringComparison.Ordinal));

    /// <summary>Of each document what it is asked with, and what it says itself.</summary>
    public static List<LabeledExample> Examples(SearchDocument[] documents)
    {
        var examples = new List<LabeledExample>();
        for (var label = 0; label < documents.Length; label++)
        {
            foreach (var field in documents[label].Fields)
            {
                if (field.Weight >= AnswerTuning.TextWeight)
                {
                    examples.Add(new LabeledExample(field.Text, label));
                }
            }
        }

        return examples;
    }

    private SearchDocument Document(Fact fact)
    {
        var fields = new List<SearchField>();
        foreach (var language in Languages.All)
        {
            Add(fields, fact.Text[language], AnswerTuning.TextWeight);
            Add(fields, fact.Note[language], AnswerTuning.NoteWeight);
            Add(fields, @base.FindEvent(fact.Event)!.Title[language], AnswerTuning.TitleWeight);
            foreach (var question in fact.Questions[(int)language])
            {
                fields.Add(new(Canonicalize(question), AnswerTuning.QuestionWeight, PenalizesExtraTerms: true));
            }
        }

        foreach (var party in fact.By.Concat(fact.About).Distinct())
        {
            fields.Add(new(string.Join(' ', Names(party.Name).Concat(Names(party.ShortName)).Distinct()), AnswerTuning.NameWeight, PenalizesExtraTerms: true));
        }

        foreach (var topic in fact.Topics)
        {
            fields.Add(new(string.Join(' ', Names(topic.Name)), AnswerTuning.TopicWeight, PenalizesExtraTerms: true));
        }

        return new SearchDocument(fact.Id, fields);
    }

    private SearchDocument Document(OutOfScopeSubject subject) =>
        new(subject.Id, [.. subject.Questions.SelectMany(q => q).Select(q => new SearchField(Canonicalize(q), AnswerTuning.QuestionWeight, PenalizesExtraTerms: true))]);

    // Folding takes the signs that end sentences away.
    private void Add(List<SearchField> fields, string text, float weight)
    {
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            fields.Add(new(Canonicalize(text[sentence]), weight, PenalizesExtraTerms: true));
        }
    }

    /// <summary>The names of something in all locales.</summary>
    public static IEnumerable<string> Names(LocalizedText text)
    {
        foreach (var locale in Enum.GetValues<Locale>())
        {
            yield return text[locale];
        }
    }
}
