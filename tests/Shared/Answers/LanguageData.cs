namespace Bot.Testing;

/// <summary>The languages of readers, as theories take them.</summary>
internal static class LanguageData
{
    /// <summary>The tags of the five languages.</summary>
    public static TheoryData<string> Languages { get; } = [.. Bot.Facts.Model.Languages.Tags];

    /// <summary>The tags of all seven locales.</summary>
    public static TheoryData<string> Locales { get; } = ["en", "zh-Hant", "zh-TW", "zh-HK", "zh-Hans", "ru", "uk"];
}
