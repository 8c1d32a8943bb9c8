using Microsoft.AspNetCore.Http;

namespace Bot.Watching;

/// <summary>The section <c>Http</c>: where the bot listens.</summary>
internal sealed class HttpOptions
{
    /// <summary>The address that is listened at when none is set.</summary>
    public const string Default = "http://127.0.0.1:8090";

    private const string None = "none";

    /// <summary>Addresses with <c>;</c> between them; <c>none</c> for no health and no metrics; empty: what ASPNETCORE_URLS says, else the default.</summary>
    public string Urls { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>Whether health and metrics are not served.</summary>
    public bool IsOff => Urls.Equals(None, StringComparison.OrdinalIgnoreCase);

    /// <summary>The addresses that are set; empty for none.</summary>
    public string[] Addresses => IsOff ? [] : Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What is wrong, a line each.</summary>
    public IEnumerable<string> Problems() => Addresses.Where(a => !IsAddress(a)).Select(a =>
        $"Http:Urls has '{a}'; set it to addresses such as {Default} with ; between them (a proxy does TLS), to none, or leave it out");

    private static bool IsAddress(string address)
    {
        try
        {
            return BindingAddress.Parse(address) is { Scheme: "http", PathBase: "", Host.Length: > 0 };
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            return false;
        }
    }
}
