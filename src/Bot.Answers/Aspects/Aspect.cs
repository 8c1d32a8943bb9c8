namespace Bot.Answers.Aspects;

/// <summary>The parts of a matter that a question can ask for. The members from <see cref="Life"/> on are for what a base of facts does not say.</summary>
[Flags]
internal enum Aspect
{
    /// <summary>None that is recognized.</summary>
    None = 0,

    /// <summary>A day.</summary>
    When = 1 << 0,

    /// <summary>A town or country.</summary>
    Where = 1 << 1,

    /// <summary>A length of time.</summary>
    HowLong = 1 << 2,

    /// <summary>A number or amount.</summary>
    HowMany = 1 << 3,

    /// <summary>The people who took part or did something.</summary>
    Who = 1 << 4,

    /// <summary>The person to or with whom somebody spoke.</summary>
    ToWhom = 1 << 5,

    /// <summary>What somebody said.</summary>
    Said = 1 << 6,

    /// <summary>A reason.</summary>
    Why = 1 << 7,

    /// <summary>The manner.</summary>
    How = 1 << 8,

    /// <summary>What was agreed, or what came of something.</summary>
    Agreed = 1 << 9,

    /// <summary>What comes next.</summary>
    Next = 1 << 10,

    /// <summary>Which of two.</summary>
    Which = 1 << 11,

    /// <summary>The hour of a day.</summary>
    Hour = 1 << 12,

    /// <summary>A building, room or address.</summary>
    Venue = 1 << 13,

    /// <summary>Names one by one: of all who took part, of the countries, of a type.</summary>
    Names = 1 << 14,

    /// <summary>A detail of somebody's life: age, family, schooling, career, pay, religion, looks, health.</summary>
    Life = 1 << 15,

    /// <summary>A forecast.</summary>
    Forecast = 1 << 16,

    /// <summary>The bot's opinion.</summary>
    Opinion = 1 << 17,

    /// <summary>Advice or a service.</summary>
    Advice = 1 << 18,

    /// <summary>A price or cost.</summary>
    Price = 1 << 19,

    /// <summary>The weather.</summary>
    Weather = 1 << 20,

    /// <summary>What surrounds an event and no report is about: meals, clothes, gifts, jokes, handshakes.</summary>
    Trivia = 1 << 21,
}
