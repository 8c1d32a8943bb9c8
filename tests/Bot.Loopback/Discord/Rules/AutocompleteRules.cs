using System.Text.Json;

namespace Bot.Loopback.Discord.Rules;

/// <summary>What may be suggested for an option (Receiving and Responding, Autocomplete).</summary>
internal static class AutocompleteRules
{
    /// <summary>Checks the suggestions. Which type the option has is not known here: they must be of one type, as there is a form for each (OpenAPI description, ApplicationCommandAutocompleteCallbackRequest).</summary>
    public static void Check(Field data)
    {
        if (!data.IsObject() || !data["choices"].Require())
        {
            return;
        }

        var choices = data["choices"].Items(0, ChoiceRules.Most);
        var isNumber = choices.Length > 0 && choices[0]["value"].Value?.GetValueKind() == JsonValueKind.Number;
        foreach (var choice in choices)
        {
            if (!choice.IsObject())
            {
                continue;
            }

            ChoiceRules.CheckName(choice);
            if (isNumber)
            {
                ChoiceRules.CheckNumber(choice["value"]);
            }
            else
            {
                ChoiceRules.CheckText(choice["value"]);
            }
        }
    }
}
