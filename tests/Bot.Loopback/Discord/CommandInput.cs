using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord;

/// <summary>The options of a command as a client sends them, which sends nothing that the command does not allow.</summary>
internal static class CommandInput
{
    /// <summary>The options for <c>data.options</c>.</summary>
    /// <param name="command">The registered command.</param>
    /// <param name="name">What was typed: the command and the names of subcommands.</param>
    /// <param name="given">The values by name.</param>
    /// <param name="locale">The person's language.</param>
    /// <param name="focused">The option that is typed, when choices are asked for.</param>
    public static JsonArray Options(JsonObject command, string name, JsonObject given, string locale, string? focused)
    {
        var names = name.Split(' ');
        return Nested(command, [.. names.Skip(1)], given, locale, focused);
    }

    private static JsonArray Nested(JsonObject parent, string[] path, JsonObject given, string locale, string? focused)
    {
        var options = parent.Objects("options").ToList();
        var isNested = options.Count > 0 && options[0].Integer("type") is 1 or 2;
        if (isNested != path.Length > 0)
        {
            throw new ChoiceNotOfferedException(isNested ? "A subcommand must be named." : $"There is no subcommand \"{path[0]}\".");
        }

        if (!isNested)
        {
            return Values(options, given, locale, focused);
        }

        var sub = options.Find(o => IsCalled(o, path[0], locale)) ?? throw new ChoiceNotOfferedException($"There is no subcommand \"{path[0]}\".");
        return [new JsonObject { ["type"] = sub["type"]!.DeepClone(), ["name"] = sub["name"]!.DeepClone(), ["options"] = Nested(sub, path[1..], given, locale, focused) }];
    }

    private static JsonArray Values(List<JsonObject> options, JsonObject given, string locale, string? focused)
    {
        var unknown = given.Select(g => g.Key).FirstOrDefault(k => !options.Exists(o => IsCalled(o, k, locale)));
        if (unknown is not null)
        {
            throw new ChoiceNotOfferedException($"There is no option \"{unknown}\".");
        }

        if (focused is not null && !options.Exists(o => IsCalled(o, focused, locale) && o.IsTrue("autocomplete")))
        {
            throw new ChoiceNotOfferedException($"There is no option \"{focused}\" that asks for choices.");
        }

        var sent = new JsonArray();
        foreach (var option in options)
        {
            var value = given.FirstOrDefault(g => IsCalled(option, g.Key, locale)).Value;
            var isFocused = focused is not null && IsCalled(option, focused, locale);
            if (value is null && !isFocused)
            {
                if (focused is null && option.IsTrue("required"))
                {
                    throw new ChoiceNotOfferedException($"The option \"{option.String("name")}\" is required.");
                }

                continue;
            }

            var json = new JsonObject
            {
                ["type"] = option["type"]!.DeepClone(),
                ["name"] = option["name"]!.DeepClone(),
                ["value"] = isFocused ? value?.DeepClone() ?? "" : Value(option, value!, locale),
            };
            if (isFocused)
            {
                json["focused"] = true;
            }

            sent.Add((JsonNode)json);
        }

        return sent;
    }

    private static JsonNode Value(JsonObject option, JsonNode value, string locale)
    {
        var name = option.String("name");
        var choices = option.Objects("choices").ToList();
        if (choices.Count > 0)
        {
            var choice = choices.Find(c => c["value"]!.ToString() == value.ToString()) ?? choices.Find(c => IsCalled(c, value.ToString(), locale));
            return choice?["value"]!.DeepClone() ?? throw new ChoiceNotOfferedException($"The option \"{name}\" has no choice \"{value}\".");
        }

        var kind = value.GetValueKind();
        var fits = option.Integer("type") switch
        {
            3 => kind == JsonValueKind.String && IsWithin(value.ToString().Length, option, "min_length", "max_length", 0, 6000),
            4 => kind == JsonValueKind.Number && value.AsInteger() is { } number && IsWithin(number, option, "min_value", "max_value", -9007199254740991, 9007199254740991),
            5 => kind is JsonValueKind.True or JsonValueKind.False,
            10 => kind == JsonValueKind.Number && double.TryParse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var real) && IsWithin(real, option, "min_value", "max_value", -9007199254740992, 9007199254740992),
            _ => throw new NotSupportedException($"The stand-in cannot fill the option \"{name}\"."),
        };
        return fits ? value.DeepClone() : throw new ChoiceNotOfferedException($"The option \"{name}\" does not take {value.ToJsonString()}.");
    }

    private static bool IsWithin(double value, JsonObject option, string least, string most, double byDefaultLeast, double byDefaultMost) =>
        value >= Bound(option, least, byDefaultLeast) && value <= Bound(option, most, byDefaultMost);

    private static double Bound(JsonObject option, string name, double byDefault) =>
        option[name] is { } bound && double.TryParse(bound.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : byDefault;

    private static bool IsCalled(JsonObject option, string name, string locale) =>
        option.String("name") == name || option["name_localizations"].String(locale) == name;
}
