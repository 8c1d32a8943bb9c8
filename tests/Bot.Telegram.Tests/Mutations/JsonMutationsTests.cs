using System.Text;
using System.Text.Json;

namespace Bot.Telegram.Tests.Mutations;

/// <summary>The generator itself, which the mutation tests of both platforms rest on.</summary>
public sealed class JsonMutationsTests
{
    private const string Document = """{"update_id":7,"message":{"message_id":1,"text":"Where?","photo":[{"width":9}],"chat":{"id":11,"type":"private"}}}""";

    [Fact]
    public void A_seed_gives_the_same_changes_again()
    {
        var first = JsonMutations.Of(Document).Generate(42, 100).Select(m => m.Json);
        var second = JsonMutations.Of(Document).Generate(42, 100).Select(m => m.Json);

        Assert.Equal(first, second);
        Assert.NotEqual(first, JsonMutations.Of(Document).Generate(43, 100).Select(m => m.Json));
    }

    [Fact]
    public void Every_changed_document_is_JSON_and_all_kinds_of_changes_are_made()
    {
        var all = JsonMutations.Of(Document).Generate(42, 1000).ToList();

        Assert.All(all, m =>
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(m.Json), new JsonReaderOptions { MaxDepth = 10_000 });
            while (reader.Read())
            {
            }
        });
        Assert.Equal(Enum.GetValues<MutationKind>().Length, all.SelectMany(m => m.Mutations).Select(m => m.Kind).Distinct().Count());
        Assert.Contains(all, m => m.Json.Length > 50_000);
        Assert.Contains(all, m => m.Json.Contains(new string('[', 2000), StringComparison.Ordinal));
        Assert.Contains(all, m => m.Json.Contains("\"\\ud800 Where?\"", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_intact_is_known()
    {
        var mutated = new MutatedJson("", [new Mutation("message.chat.type", MutationKind.Null), new Mutation("message.photo[0]", MutationKind.Missing)]);

        Assert.True(mutated.IsIntact("message.chat.id", "message.text", "message.photos"));
        Assert.False(mutated.IsIntact("message.chat"));
        Assert.False(mutated.IsIntact("message.chat.type"));
        Assert.False(mutated.IsIntact("message.text", "message.photo[0].width"));
    }
}
