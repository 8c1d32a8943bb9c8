using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Scoring;
using Bot.Answers.Understanding;

namespace Bot.Answers.Commands;

/// <summary>The facts that come closest to a question, by their ids: the form to which such an answer is shortened.</summary>
internal sealed class ClosestCommand : ICommand
{
    public string Name => Request.Closest;

    public IReadOnlyList<CommandParameter> Parameters { get; } = [];

    public Answer Answer(string words, AnswerBuilder reply)
    {
        var facts = ComparedFact.Parse(words, reply.Snapshot.Base, AnswerTuning.MaxFacts);
        return facts.Count > 0 ? FactAnswers.Closest(facts.ConvertAll(f => f.Fact), reply, FactAnswers.PremiseOf(facts[0])) : reply.Unknown();
    }
}
