using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord.Rules;

/// <summary>A value in a form, which knows its place and refuses what it may not be. What is null counts as absent.</summary>
/// <remarks>The limits are inclusive. A method that refuses the value returns null, as for an absent one.</remarks>
internal sealed class Field
{
    private readonly FormErrors _errors;
    private readonly Field? _parent;
    private readonly string? _name;
    private readonly int _index;

    private Field(FormErrors errors, JsonNode? value, Field? parent, string? name, int index)
    {
        _errors = errors;
        Value = value;
        _parent = parent;
        _name = name;
        _index = index;
    }

    /// <summary>The value.</summary>
    public JsonNode? Value { get; }

    /// <summary>Whether there is a value.</summary>
    public bool IsGiven => Value is not null;

    /// <summary>Its name in the object, or its index in the list.</summary>
    public string Name => _name ?? _index.ToString(CultureInfo.InvariantCulture);

    /// <summary>A member of this object; an absent one if this is none.</summary>
    public Field this[string name] => new(_errors, (Value as JsonObject)?[name], this, name, 0);

    /// <summary>The whole form.</summary>
    public static Field Root(FormErrors errors, JsonNode? value) => new(errors, value, null, null, 0);

    /// <summary>Refuses this value.</summary>
    public void Refuse(string code, string message) => _errors.Add(Path(), code, message);

    /// <summary>Refuses this value, which only other things have.</summary>
    public void RefuseHere() => Refuse(Codes.NotAllowedHere, "This field is not allowed here");

    /// <summary>Refuses an absence.</summary>
    public bool Require()
    {
        if (IsGiven)
        {
            return true;
        }

        Refuse(Codes.Required, "This field is required");
        return false;
    }

    /// <summary>Whether this is an object; anything else is refused.</summary>
    public bool IsObject()
    {
        if (!Require())
        {
            return false;
        }

        if (Value is JsonObject)
        {
            return true;
        }

        Refuse(Codes.ObjectType, "Only dictionaries may be used in a ModelType");
        return false;
    }

    /// <summary>Whether this is an object; anything else is refused, but not an absence.</summary>
    public bool IsObjectIfGiven() => IsGiven && IsObject();

    /// <summary>The members of a dictionary.</summary>
    public IEnumerable<Field> Members()
    {
        if (Value is JsonObject dictionary)
        {
            return dictionary.Select(m => new Field(_errors, m.Value, this, m.Key, 0));
        }

        if (IsGiven)
        {
            Refuse(Codes.DictionaryType, "Only dictionaries may be used in a DictType");
        }

        return [];
    }

    /// <summary>The items of a list.</summary>
    public Field[] Items(int min, int max)
    {
        if (!IsGiven)
        {
            return [];
        }

        if (Value is not JsonArray list)
        {
            Refuse(Codes.ListType, "Only iterables may be used in a ListType");
            return [];
        }

        CheckLength(list.Count, min, max);
        var items = new Field[list.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = new(_errors, list[i], this, null, i);
        }

        return items;
    }

    /// <summary>The text that this is, if it is one; nothing is refused.</summary>
    public string? PeekText() => Value?.GetValueKind() == JsonValueKind.String ? Value.GetValue<string>() : null;

    /// <summary>The integer that this is, if it is one; nothing is refused.</summary>
    public long? PeekInteger()
    {
        if (Value is not JsonValue value || value.GetValueKind() != JsonValueKind.Number)
        {
            return null;
        }

        return value.TryGetValue(out long number) || long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) ? number : null;
    }

    /// <summary>Whether this is true; nothing is refused.</summary>
    public bool PeekTrue() => Value?.GetValueKind() == JsonValueKind.True;

    /// <summary>Whether a length is within limits; any other is refused.</summary>
    public bool CheckLength(int length, int min, int max)
    {
        if (length >= min && length <= max)
        {
            return true;
        }

        if (min == 0)
        {
            Refuse(Codes.MaxLength, $"Must be {max} or fewer in length.");
        }
        else
        {
            Refuse(Codes.BadLength, $"Must be between {min} and {max} in length.");
        }

        return false;
    }

    /// <summary>The value, as a refusal shows it.</summary>
    public string Shown() => Value is JsonValue value ? value.ToString() : Value!.ToJsonString();

    private string[] Path()
    {
        var length = 0;
        for (var field = this; field._parent is not null; field = field._parent)
        {
            length++;
        }

        var path = new string[length];
        for (var field = this; field._parent is not null; field = field._parent)
        {
            path[--length] = field.Name;
        }

        return path;
    }
}
