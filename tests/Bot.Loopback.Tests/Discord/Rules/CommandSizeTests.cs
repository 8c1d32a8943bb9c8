namespace Bot.Loopback.Tests.Discord.Rules;

public sealed class CommandSizeTests
{
    private const string TooLarge = "0 APPLICATION_COMMAND_TOO_LARGE Command exceeds maximum size (8000)";

    // 7 characters of the command, 20 + 2 + 2 + 2 of its options, and three times 25 * 98 + 10 * 2 + 15 * 3 of choices: 7578 before the last.
    private static string Sized(string last) => $$"""
        [{"name":"ask","description":"Asks","options":[
            {"type":3,"name":"<10>","description":"<10>","choices":[<25*{"name":"n#","value":"<98>"}>]},
            {"type":3,"name":"b","description":"B","choices":[<25*{"name":"n#","value":"<98>"}>]},
            {"type":3,"name":"c","description":"C","choices":[<25*{"name":"n#","value":"<98>"}>]},
            {"type":3,"name":"d","description":"D","choices":{{last}}}]}]
        """;

    [Fact]
    public void A_command_says_at_most_8000_characters_in_all()
    {
        Assert.Equal("", Refusals.Commands(Sized("""[{"name":"<100>","value":"<100>"},{"name":"<100>","value":"<100>"},{"name":"<11>","value":"<11>"}]""")));
        Assert.Equal(TooLarge, Refusals.Commands(Sized("""[{"name":"<100>","value":"<100>"},{"name":"<100>","value":"<100>"},{"name":"<11>","value":"<12>"}]""")));
    }

    [Fact]
    public void Of_a_text_in_several_languages_only_the_longest_counts()
    {
        Assert.Equal("", Refusals.Commands(Sized("""[{"name":"<100>","value":"<100>"},{"name":"<100>","value":"<100>"},{"name":"a","name_localizations":{"uk":"<11>","de":"<10>"},"value":"<11>"}]""")));
        Assert.Equal(TooLarge, Refusals.Commands(Sized("""[{"name":"<100>","value":"<100>"},{"name":"<100>","value":"<100>"},{"name":"a","name_localizations":{"uk":"<12>","de":"<10>"},"value":"<11>"}]""")));
    }
}
