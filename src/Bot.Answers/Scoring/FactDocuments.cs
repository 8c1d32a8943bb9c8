using Bot.Answers.Reading;
using Bot.Answers.Typing;
using Bot.Facts.Model;
using Bot.Search.Classification;
using Bot.Search.Index;
using Bot.Search.Text;

namespace Bot.Answers.Scoring;

/// <summary>The documents of the search: one for each fact, followed by one for each out-of-scope subject.</summary>
/// <param name="base">The base.</param>
/// <param name="parties">The index of its people, places and organisations by name.</param>
internal sealed class FactDocuments(FactBase @base, NameIndex<Party> parties)
{
    /// <summary>The documents: the facts in the order of the base, then the subjects in theirs.</summary>
    /// <param name="questions">The example questions of the facts.</param>
    public SearchDocument[] All(FoldedQuestions questions)
    {
        // Many facts share them.
        var titles = @base.Events.ToDictionary(e => e.Id, e => Languages.All.ToArray().Select(l => SentencesOf(e.Title[l], AnswerTuning.TitleWeight).ToArray()).ToArray());
        var names = @base.Parties.ToDictionary(p => p.Id, p => Field(Names(p.Name).Concat(Names(p.ShortName)).Distinct(), AnswerTuning.NameWeight));
        var topics = @base.Topics.ToDictionary(t => t.Id, t => Field(Names(t.Name), AnswerTuning.TopicWeight));
        return [.. @base.Facts.Select((f, position) => Document(f, position, questions, titles[f.Event], names, topics)), .. @base.OutOfScope.Select(Document)];
    }

    /// <summary>Folds a text in standard words, and replaces every spelling of a party's name by its id as one word.</summary>
    public string Canonicalize(string text) => CanonicalizeFolded(Folding.Fold(ColloquialWords.Default.Replace(text)));

    /// <summary>Likewise of a text that is folded.</summary>
    public string CanonicalizeFolded(string folded) => parties.Replace(folded, p => p.Id.Replace("-", "", StringComparison.Ordinal));

    /// <summary>The training examples: each fact's questions and claims, labelled with its position.</summary>
    public List<LabeledExample> Examples(SearchDocument[] documents)
    {
        var examples = new List<LabeledExample>();
        for (var label = 0; label < @base.Facts.Length; label++)
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

    /// <summary>The canonical texts of the facts among the documents.</summary>
    public IEnumerable<string> FactTexts(SearchDocument[] documents) => documents.Take(@base.Facts.Length).SelectMany(d => d.Fields).Select(f => f.Text);

    private SearchDocument Document(Fact fact, int position, FoldedQuestions questions, SearchField[][] titles, Dictionary<string, SearchField> names, Dictionary<string, SearchField> topics)
    {
        var fields = new List<SearchField>();
        foreach (var language in @base.Languages)
        {
            fields.AddRange(SentencesOf(fact.Text[language], AnswerTuning.TextWeight));
            if (fact.Note is { } note)
            {
                fields.AddRange(SentencesOf(note[language], AnswerTuning.NoteWeight));
            }

            fields.AddRange(titles[(int)language]);
            foreach (var question in questions[position, language])
            {
                fields.Add(Question(CanonicalizeFolded(question.FoldedStandard)));
            }
        }

        fields.AddRange(fact.By.Concat(fact.About).Distinct().Select(p => names[p.Id]));
        fields.AddRange(fact.Topics.Select(t => topics[t.Id]));
        return new SearchDocument(fact.Id, fields);
    }

    private SearchDocument Document(OutOfScopeSubject subject) => new(subject.Id, [.. subject.Questions.SelectMany(q => q).Select(Canonicalize).Select(Question)]);

    private static SearchField Question(string canonical) => new(canonical, AnswerTuning.QuestionWeight, PenalizesExtraTerms: true);

    // Split before canonicalizing, because folding removes the punctuation that ends sentences.
    private IEnumerable<SearchField> SentencesOf(string text, float weight)
    {
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            yield return new SearchField(Canonicalize(text[sentence]), weight, PenalizesExtraTerms: true);
        }
    }

    private static SearchField Field(IEnumerable<string> names, float weight) => new(string.Join(' ', names), weight, PenalizesExtraTerms: true);

    /// <summary>A name in all locales.</summary>
    public static IEnumerable<string> Names(LocalizedText text)
    {
        foreach (var locale in Enum.GetValues<Locale>())
        {
            yield return text[locale];
        }
    }
}
