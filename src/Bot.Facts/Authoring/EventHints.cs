namespace Bot.Facts.Authoring;

/// <summary>
/// What an event has besides its title, and a curator easily forgets: the meeting that was given, or else a comment that shows how to write one,
/// and a comment for the overview. A comment can stay or be removed; a stub would have to be replaced, and many events are no meeting.
/// </summary>
internal static class EventHints
{
    private static readonly EntryField[] s_fields = [.. EntryFields.Of(EntryKind.Event)];

    /// <summary>The lines below the title, not indented.</summary>
    /// <param name="values">What the curator gave.</param>
    /// <param name="fact">The id of the first fact.</param>
    public static IEnumerable<string> Lines(EntryValues values, string fact)
    {
        if (values.Value(EntryFields.Form) is { } form)
        {
            var place = List(EntryFields.Place, values);
            yield return "meetings:";
            yield return $"  - {{ form: {form}, between: [{List(EntryFields.Between, values)}]{(place.Length == 0 ? "" : $", place: [{place}]")} }}";
        }
        else
        {
            yield return "# Who met, if anybody did: see Meetings in facts/README.md.";
            yield return "# meetings: [{ form: in-person, between: [ID, ID], place: [ID] }]";
        }

        yield return "# The facts that answer questions about the whole event: see The main event in facts/README.md.";
        yield return $"# overview: {{ whole: [{fact}], outcome: [ID], participants: [ID] }}";
    }

    /// <summary>What is wrong with a meeting that was given in part; null when it is whole, or when none was given.</summary>
    public static string? MeetingProblem(EntryValues values)
    {
        var given = ((string[])[EntryFields.Form, EntryFields.Between, EntryFields.Place]).Where(f => values.Given(f).Any()).ToList();
        return given.Count == 0 || (given.Contains(EntryFields.Form) && given.Contains(EntryFields.Between))
            ? null
            : $"--{given[0]} is of a meeting; give --{EntryFields.Form} and --{EntryFields.Between}, too";
    }

    private static string List(string field, EntryValues values) => string.Join(", ", values.List(Array.Find(s_fields, f => f.Name == field)!).Select(YamlText.FlowScalar));
}
