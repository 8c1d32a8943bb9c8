using Bot.Facts.Yaml;

namespace Bot.Facts.Parsing;

/// <summary>Reads the meetings of an event as a file has them.</summary>
internal static class MeetingNodes
{
    /// <summary>The fact that says that a meeting was held: the one that it names, or else the first that is by or about all who met; null when the event has none.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="file">The file of its event.</param>
    public static YamlMapping? FactOf(YamlMapping meeting, YamlMapping file)
    {
        if (meeting.Text("fact") is { } id)
        {
            return file.Maps("facts").FirstOrDefault(f => f.Text("id") == id);
        }

        var between = meeting.Scalars("between").Select(p => p.Text).ToList();
        return file.Maps("facts").FirstOrDefault(f => between.TrueForAll(f.Scalars("by").Concat(f.Scalars("about")).Select(p => p.Text).Contains));
    }
}
