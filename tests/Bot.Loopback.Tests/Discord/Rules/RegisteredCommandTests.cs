using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Loopback.Discord.Rules;

namespace Bot.Loopback.Tests.Discord.Rules;

public sealed class RegisteredCommandTests
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonArray Registered(string commands, string? guild = null) => CommandRules.Registered(Refusals.Parse(commands)!.AsArray(), "42", "7", guild);

    [Fact]
    public void What_a_command_leaves_to_defaults_is_filled_in()
    {
        Assert.Equal(
            """[{"id":"9","application_id":"42","version":"7","default_member_permissions":null,"type":1,"name":"ask","name_localizations":null,"description":"Asks","description_localizations":null,"dm_permission":true,"contexts":[0,1,2],"integration_types":[0],"nsfw":false}]""",
            Registered("""[{"id":"9","name":"ask","description":"Asks"}]""").ToJsonString(s_readable));
    }

    [Fact]
    public void What_a_command_says_is_kept()
    {
        Assert.Equal(
            """[{"id":"9","application_id":"42","version":"7","default_member_permissions":"8","type":1,"name":"ask","name_localizations":{"uk":"питай"},"description":"Asks","description_localizations":{"uk":"Питає"},"dm_permission":false,"contexts":[0],"integration_types":[1],"options":[{"type":3,"name":"text","name_localizations":{"uk":"текст"},"description":"Text","description_localizations":null,"required":true,"autocomplete":true,"max_length":100},{"type":4,"name":"page","name_localizations":null,"description":"Page","description_localizations":null,"choices":[{"name":"One","name_localizations":null,"value":1}]}],"nsfw":true}]""",
            Registered("""[{"id":"9","name":"ask","name_localizations":{"uk":"питай"},"description":"Asks","description_localizations":{"uk":"Питає"},"default_member_permissions":8,"dm_permission":false,"contexts":[0],"integration_types":[1],"nsfw":true,"options":[{"type":3,"name":"text","name_localizations":{"uk":"текст"},"description":"Text","required":true,"autocomplete":true,"max_length":100},{"type":4,"name":"page","description":"Page","required":false,"choices":[{"name":"One","value":1}]}]}]""").ToJsonString(s_readable));
    }

    [Fact]
    public void A_command_of_a_server_names_it_and_no_places()
    {
        Assert.Equal(
            """[{"id":"9","application_id":"42","version":"7","default_member_permissions":null,"type":2,"name":"High Five","name_localizations":null,"description":"","description_localizations":null,"guild_id":"5","nsfw":false}]""",
            Registered("""[{"id":"9","type":2,"name":"High Five"}]""", "5").ToJsonString(s_readable));
    }

    [Fact]
    public void Subcommands_keep_their_options()
    {
        Assert.Equal(
            """[{"type":1,"name":"s","name_localizations":null,"description":"S","description_localizations":null,"options":[{"type":7,"name":"o","name_localizations":null,"description":"O","description_localizations":null,"channel_types":[0]}]}]""",
            Registered("""[{"name":"a","description":"A","options":[{"type":1,"name":"s","description":"S","options":[{"type":7,"name":"o","description":"O","channel_types":[0]}]}]}]""")[0]!["options"]!.ToJsonString(s_readable));
    }

    [Fact]
    public void A_command_keeps_its_id_as_long_as_it_keeps_its_name()
    {
        static string Id(JsonArray commands, int index) => commands[index]!["id"]!.GetValue<string>();
        var first = Registered("""[{"name":"a","description":"A"},{"name":"b","description":"B"},{"type":2,"name":"a"}]""");
        var second = Registered("""[{"name":"b","description":"Another"},{"name":"a","description":"A"}]""");

        Assert.Equal(3, first.Select(c => c!["id"]!.GetValue<string>()).Distinct().Count());
        Assert.Equal(Id(first, 1), Id(second, 0));
        Assert.Equal(Id(first, 0), Id(second, 1));
        Assert.NotEqual(Id(first, 0), Id(Registered("""[{"name":"a","description":"A"}]""", "5"), 0));
    }
}
