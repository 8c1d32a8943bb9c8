using Bot.Answers;
using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Testing;

/// <summary>
/// The base that is served, loaded once. Tests only what must hold for every fact: that it is true, is found, fits where it is
/// shown, and comes first for its questions.
/// </summary>
internal static class LiveBase
{
    /// <summary>The base.</summary>
    public static FactBase Facts { get; } = SampleBase.Load(Repository.Facts);

    /// <summary>Answers from it.</summary>
    public static Answerer Answerer { get; } = new(Facts);

    /// <summary>Answers what somebody typed.</summary>
    public static Answer Ask(string text, string language = "en") => Answerer.Answer(text, language);
}
