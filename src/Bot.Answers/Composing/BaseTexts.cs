using Bot.Answers.Texts;
using Bot.Facts.Model;

namespace Bot.Answers.Composing;

/// <summary>The texts that a base gives about itself, or the program's neutral ones, for a reader.</summary>
/// <param name="base">The base.</param>
/// <param name="locale">The reader's locale.</param>
internal sealed class BaseTexts(FactBase @base, Locale locale)
{
    private readonly UiTexts _texts = UiTexts.In(locale);

    /// <summary>The heading of what the bot says about itself.</summary>
    public string Name => @base.Profile.Name?[locale] ?? _texts.About;

    /// <summary>The bot's description, in paragraphs.</summary>
    public string Description => @base.Profile.Description?[locale] ?? _texts.Description;

    /// <summary>The bot's short description.</summary>
    public string ShortDescription => @base.Profile.ShortDescription?[locale] ?? _texts.ShortDescription;

    /// <summary>Asks for a question, with an example.</summary>
    public string AskPrompt => UiTexts.Format(_texts.AskEmpty, @base.Profile.Examples.Asked.Question[locale]);

    /// <summary>What the article is called where the base was made from one.</summary>
    public string TheArticle => @base.Article is { } article ? _texts.NameOf(article) : _texts.TheArticle;
}
