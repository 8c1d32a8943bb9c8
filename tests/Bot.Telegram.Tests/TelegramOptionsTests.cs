using Bot.Telegram.Configuration;

namespace Bot.Telegram.Tests;

public sealed class TelegramOptionsTests
{
    private const string Token = "123456:ABC-def_1";

    [Fact]
    public void Without_settings_it_is_off_and_right()
    {
        var options = new TelegramOptions();

        Assert.False(options.IsEnabled);
        Assert.False(options.UsesWebhook);
        Assert.Empty(options.Validate());
    }

    [Fact]
    public void A_token_alone_is_enough()
    {
        var options = new TelegramOptions { Token = $"  {Token}\n" };

        Assert.True(options.IsEnabled);
        Assert.Equal(Token, options.Token);
        Assert.False(options.UsesWebhook);
        Assert.Empty(options.Validate());
    }

    [Theory]
    [InlineData("http://localhost:8081", "", "")]
    [InlineData("https://api.example.org/", "", "")]
    [InlineData("http://localhost:8081", "http://10.0.0.1:8443/hook", "")]
    [InlineData("", "https://bot.example.org/telegram", "")]
    [InlineData("", "https://bot.example.org/telegram", "A-Z_09")]
    public void Right_settings_have_no_problems(string api, string url, string secret)
    {
        Assert.Empty(Problems(Token, api, url, secret));
    }

    [Theory]
    [InlineData("", "https://bot.example.org/telegram", "")]
    [InlineData("http://localhost:8081", "", "")]
    [InlineData("", "", "secret")]
    public void Other_keys_without_a_token_are_a_problem(string api, string url, string secret)
    {
        Assert.Equal(
            ["Telegram:Token is not set, but other keys of Telegram are; set it to the token that BotFather gave, or leave the section out"],
            Problems("", api, url, secret));
    }

    [Theory]
    [InlineData("SECRETPART")]
    [InlineData("123456")]
    [InlineData("123456:")]
    [InlineData(":SECRETPART")]
    [InlineData("bot123456:SECRETPART")]
    [InlineData("12345678901234567:SECRETPART")]
    [InlineData("123456:SECRET PART")]
    [InlineData("123456:SECRETPART\n654321:X")]
    public void What_is_no_token_is_a_problem_that_does_not_show_it(string token)
    {
        Assert.Equal(
            ["Telegram:Token is not a bot's token; copy the whole line that BotFather gave: digits, a colon, letters"],
            Problems(token));
    }

    [Theory]
    [InlineData("localhost:8081")]
    [InlineData("localhost")]
    [InlineData("ftp://localhost")]
    [InlineData("http://localhost:8081/bot")]
    [InlineData("http://localhost:8081/?a=b")]
    [InlineData("http://localhost:8081/#a")]
    public void An_address_of_the_api_is_a_scheme_host_and_port(string api)
    {
        Assert.Equal(
            [$"Telegram:ApiUrl is '{api}'; set it to a scheme, host and port, such as http://localhost:8081, or leave it out"],
            Problems(Token, api));
    }

    [Theory]
    [InlineData("bot.example.org/telegram")]
    [InlineData("/telegram")]
    [InlineData("http://bot.example.org/telegram")]
    public void Telegram_takes_only_https_webhooks(string url)
    {
        Assert.Equal(
            [$"Telegram:Webhook:Url is '{url}'; set it to the public https address of this bot, such as https://bot.example.org/telegram, or leave it out"],
            Problems(Token, "", url));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("пароль")]
    [InlineData("a.b")]
    public void A_secret_has_only_what_Telegram_takes_and_is_not_shown(string secret)
    {
        Assert.Equal(
            ["Telegram:Webhook:SecretToken has characters other than letters, digits, _ and -, or more than 256; leave it out to derive it from the token"],
            Problems(Token, "", "https://bot.example.org/telegram", secret));
    }

    [Fact]
    public void A_secret_has_at_most_256_characters()
    {
        Assert.Empty(Problems(Token, "", "https://bot.example.org/telegram", new string('a', 256)));
        Assert.Single(Problems(Token, "", "https://bot.example.org/telegram", new string('a', 257)));
    }

    [Fact]
    public void All_problems_are_reported_at_once_without_a_secret()
    {
        var problems = Problems("SECRETPART", "localhost", "bot.example.org", "SECRET PART").ToList();

        Assert.Equal(4, problems.Count);
        Assert.All(problems, p => Assert.DoesNotContain("SECRET", p, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_secret_it_follows_from_the_token_alone()
    {
        Assert.Equal("fe4c585783b853fa9b4f4df6eaa1f90634352e2ab335ed3d18d89fc000e08b30", new TelegramOptions { Token = Token }.WebhookSecret);
    }

    [Fact]
    public void A_secret_that_is_set_wins()
    {
        Assert.Equal("my-own", new TelegramOptions { Token = Token, Webhook = new() { SecretToken = " my-own " } }.WebhookSecret);
    }

    private static IEnumerable<string> Problems(string token, string api = "", string url = "", string secret = "") =>
        new TelegramOptions { Token = token, ApiUrl = api, Webhook = new() { Url = url, SecretToken = secret } }.Validate();
}
