using Bot.Answers;
using Bot.Facts;

namespace Bot.Testing;

/// <summary>Answers from the real base, loaded once.</summary>
internal static class RealBase
{
    public static FactBase Facts { get; } = FactBaseLoader.Load(Repository.Facts).Base!;

    public static Answerer Answerer { get; } = new(Facts);

    /// <summary>The tags of the five languages.</summary>
    public static TheoryData<string> Languages { get; } = ["en", "zh-Hant", "zh-Hans", "ru", "uk"];

    /// <summary>The tags of all seven locales.</summary>
    public static TheoryData<string> Locales { get; } = ["en", "zh-Hant", "zh-TW", "zh-HK", "zh-Hans", "ru", "uk"];
}
