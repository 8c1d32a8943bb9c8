using Bot.Facts.Model;
using Bot.Search.Classification;
using Bot.Search.Index;
using Bot.Search.Text;

namespace Bot.Answers.Understanding;

/// <summary>The documents of the search: one for each fact, followed by one for each out-of-scope subject.</summary>
/// <param name="base">The base.</param>
/// <param name="parties">The index of its people, places and organisations by name.</param>
internal sealed class FactDocuments(FactBase @base, NameIndex<Party> parties)
{
    /// <summary>The documents: the facts in the order of the base, then the subjects in theirs.</summary>
    public SearchDocument[] All() => [.. @base.Facts.Select(Document), .. @base.OutOfScope.Select(Document)];

    /// <summary>Folds a text, and replaces every spelling of a party's name by its id as one word.</summary>
    public string Canonicalize(string text) => parties.Replace(Folding.Fold(text), p => p.Id.Replace("-", "", StringComparison.Ordinal));

    /// <summary>The training examples: each document's questions and claims, labelled with its position.</summary>
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
        foreach (var language in @base.Languages)
        {
            Add(fields, fact.Text[language], AnswerTuning.TextWeight);
            if (fact.Note is { } note)
            {
                Add(fields, note[language], AnswerTuning.NoteWeight);
            }

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

    // Split before canonicalizing, because folding removes the punctuation that ends sentences.
    private void Add(List<SearchField> fields, string text, float weight)
    {
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            fields.Add(new(Canonicalize(text[sentence]), weight, PenalizesExtraTerms: true));
        }
    }

    /// <summary>A name in all locales.</summary>
    public static IEnumerable<string> Names(LocalizedText text)
    {
        foreach (var locale in Enum.GetValues<Locale>())
        {
            yield return text[locale];
        }
    }
}
