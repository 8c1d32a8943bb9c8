namespace Bot.Answers.Model;

/// <summary>How people give commands on a platform, which help explains.</summary>
public enum CommandInput
{
    /// <summary>As text, in which <c>lang:</c> and the like may stand.</summary>
    Typed,

    /// <summary>As a form with the registered parameters and one that keeps the answer private, or from the menu of a message.</summary>
    Form,
}
