using Bot.Facts.Tests.Releases;

namespace Bot.Facts.Tests.Rules;

public sealed class UnexplainedCorrectionsTests : IDisposable
{
    private const string File = "releases/2025-03-04.yaml";

    private readonly ReleasedBase _base = ReleasedBase.CreateWithChange();

    public void Dispose() => _base.Dispose();

    [Fact]
    public void A_correction_has_a_sentence()
    {
        _base.Edit(File, "kind: wording", "kind: correction");

        Assert.Equal([$"{File}:5:5: the correction of 'call-held' has no 'sentence'; add it: say to readers in every language what was wrong and what is right"], _base.Problems());
    }

    [Fact]
    public void The_sentence_is_in_every_language()
    {
        _base.Edit(File, "kind: wording", "kind: correction\n    sentence: { en: We erred., zh-Hant: 更正。, zh-Hans: 更正。, ru: Исправлено. }");

        Assert.Equal([$"{File}:7:15: the text has no 'uk'; write it in all of: en, zh-Hant, zh-Hans, ru, uk"], _base.Problems());
    }

    [Fact]
    public void Another_change_has_no_sentence()
    {
        _base.Edit(File, "kind: wording", "kind: wording\n    sentence: { en: We erred., zh-Hant: 更正。, zh-Hans: 更正。, ru: Исправлено., uk: Виправлено. }");

        Assert.Equal([$"{File}:7:15: only a correction has a sentence for readers; set kind: correction, or remove the sentence"], _base.Problems());
    }
}
