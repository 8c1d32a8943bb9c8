using System.Globalization;
using Bot.Discord.Net.Logging;
using Microsoft.Extensions.Logging;
using Library = Discord;

namespace Bot.Discord.Net.Tests;

public sealed class LibraryLogTests
{
    private const string Token = "MTE0.GLoOpB.never-to-be-shown";

    private readonly ListLogger _log = new();

    [Theory]
    [InlineData(Library.LogSeverity.Critical, LogLevel.Error)]
    [InlineData(Library.LogSeverity.Error, LogLevel.Warning)]
    [InlineData(Library.LogSeverity.Warning, LogLevel.Debug)]
    [InlineData(Library.LogSeverity.Info, LogLevel.Debug)]
    public async Task A_line_is_logged_one_level_below_the_library_s_or_lower(Library.LogSeverity severity, LogLevel level)
    {
        await LibraryLog.ForwardAsync(_log, Token, new Library.LogMessage(severity, "Gateway", "Connecting"));

        Assert.Equal([(level, DiscordNetEvents.LibraryMessage, "Gateway: Connecting")], _log.Entries.Select(e => (e.Level, e.Id, e.Text)));
    }

    [Fact]
    public void What_answers_lose_with_the_library_is_said()
    {
        LibraryLog.LogLimits(_log);

        Assert.Equal([(LogLevel.Information, DiscordNetEvents.LibraryLimits)], _log.Entries.Select(e => (e.Level, e.Id)));
    }

    // The library creates one for each server; a culture that is not allowed would be logged as a warning.
    [Theory]
    [InlineData("en-US")]
    [InlineData("uk")]
    [InlineData("zh-CN")]
    public void The_locale_of_a_server_is_a_culture(string locale)
    {
        Assert.Equal(locale, CultureInfo.GetCultureInfo(locale).Name);
    }

    [Fact]
    public async Task An_exception_is_logged_with_its_cause_but_without_its_stack()
    {
        var exception = new InvalidOperationException("The connection failed.", new IOException("No route to host."));

        await LibraryLog.ForwardAsync(_log, Token, new Library.LogMessage(Library.LogSeverity.Error, "Rest", "POST failed.", exception));

        Assert.Equal(["Rest: POST failed. The connection failed. No route to host."], _log.Entries.Select(e => e.Text));
        Assert.All(_log.Entries, e => Assert.Null(e.Fault));
    }

    [Fact]
    public async Task Neither_the_bot_s_token_nor_that_of_an_interaction_is_logged()
    {
        await LibraryLog.ForwardAsync(_log, Token, new Library.LogMessage(Library.LogSeverity.Info, "Rest", $"POST interactions/13/aW50ZXJhY3Rpb24/callback as {Token}: 5 ms"));

        Assert.Equal(["Rest: POST interactions//callback as : 5 ms"], _log.Entries.Select(e => e.Text));
    }
}
