namespace Bot.Loopback.Discord.Rules;

/// <summary>Which choices an option may have, and which an autocompletion may suggest (Application Commands, Application Command Option Choice Structure).</summary>
internal static class ChoiceRules
{
    /// <summary>The maximum number of choices at a time.</summary>
    public const int Most = 25;

    /// <summary>The integers that a command can carry: OpenAPI description, Int53Type.</summary>
    public const long LargestInteger = (1L << 53) - 1;

    /// <summary>The numbers that a command can carry (Application Command Option Type).</summary>
    public const double LargestNumber = 1L << 53;

    private const int MaxNameLength = 100;

    // The text of the documentation says 100, the OpenAPI description 6000: the stricter one holds.
    private const int MaxValueLength = 100;

    /// <summary>Checks the name of a choice.</summary>
    public static void CheckName(Field choice)
    {
        if (choice["name"].Require())
        {
            choice["name"].Text(MaxNameLength, 1);
        }

        Locales.Check(choice["name_localizations"], t => CheckLocalized(t));
    }

    /// <summary>Checks the value of a choice of a text.</summary>
    public static void CheckText(Field value)
    {
        if (value.Require())
        {
            value.Text(MaxValueLength);
        }
    }

    /// <summary>Checks the value of a choice of an integer.</summary>
    public static void CheckInteger(Field value)
    {
        if (value.Require())
        {
            value.Integer(-LargestInteger, LargestInteger);
        }
    }

    /// <summary>Checks the value of a choice of a number.</summary>
    public static void CheckNumber(Field value)
    {
        if (value.Require())
        {
            value.Number(-LargestNumber, LargestNumber);
        }
    }

    private static void CheckLocalized(Field text)
    {
        if (text.Require())
        {
            text.Text(MaxNameLength, 1);
        }
    }
}
