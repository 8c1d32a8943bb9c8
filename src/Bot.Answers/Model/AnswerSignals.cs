namespace Bot.Answers.Model;

/// <summary>The signals by which facts are ranked and questions refused, besides the words. Measurements switch them off to see what each brings.</summary>
[Flags]
public enum AnswerSignals
{
    /// <summary>The words alone.</summary>
    None = 0,

    /// <summary>The vectors of words.</summary>
    Vectors = 1,

    /// <summary>The aspect that a question asks for.</summary>
    Aspects = 2,

    /// <summary>The people, places and days that a question names, known or not.</summary>
    Names = 4,

    /// <summary>All of them.</summary>
    All = Vectors | Aspects | Names,
}
