namespace Bot.Loopback.Tests.Telegram;

public sealed class RemoteWebhookTests : ServerTest
{
    [Theory]
    [InlineData("http://example.com/hook", "bad webhook: An HTTPS URL must be provided for webhook")]
    [InlineData("https://example.com:5000/hook", "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")]
    [InlineData("ftp://example.com/hook", "invalid webhook URL specified")]
    public async Task A_webhook_is_https_on_one_of_four_ports(string url, string error)
    {
        Assert.Equal("400 Bad Request: " + error, await Client.ErrorAsync("setWebhook", new { url }));
    }
}
