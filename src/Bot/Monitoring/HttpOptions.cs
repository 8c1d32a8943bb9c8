using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Bot.Monitoring;

/// <summary>The section <c>Http</c>: where the bot listens.</summary>
internal sealed class HttpOptions
{
    /// <summary>The address that is listened at when none is set.</summary>
    public const string Default = "http://127.0.0.1:8090";

    private const string None = "none";

    // Before the names of ASP.NET Core's own settings in the environment.
    private const string EnvironmentPrefix = "ASPNETCORE_";

    /// <summary>The keys of the section.</summary>
    public static IReadOnlyList<string> Keys { get; } = [nameof(Urls)];

    /// <summary>Addresses with <c>;</c> between them; <c>none</c> for no health and no metrics; empty: what ASPNETCORE_URLS or ASPNETCORE_HTTP_PORTS says, else the default.</summary>
    public string Urls { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>Whether health and metrics are not served.</summary>
    public bool IsDisabled => Urls.Equals(None, StringComparison.OrdinalIgnoreCase);

    /// <summary>The addresses that are set; empty for none.</summary>
    public string[] Addresses => IsDisabled ? [] : Split(Urls);

    /// <summary>Reads the section alone, right or wrong.</summary>
    /// <param name="configuration">The settings.</param>
    public static HttpOptions Read(IConfiguration configuration) => new() { Urls = configuration["Http:Urls"] ?? "" };

    /// <summary>
    /// Where the server listens when there is something to serve: at the addresses that are set, else where ASP.NET Core's own settings
    /// say (addresses before ports), else at the default.
    /// </summary>
    /// <param name="configuration">The settings, with the environment.</param>
    /// <returns>One address or more; <c>*</c> in place of a host for all of the machine's.</returns>
    public string[] ResolveAddresses(IConfiguration configuration)
    {
        if (Addresses is { Length: > 0 } set)
        {
            return set;
        }

        if (Split(Host(configuration, WebHostDefaults.ServerUrlsKey)) is { Length: > 0 } urls)
        {
            return urls;
        }

        return Split(Host(configuration, WebHostDefaults.HttpPortsKey)) is { Length: > 0 } ports ? Array.ConvertAll(ports, port => $"http://*:{port}") : [Default];
    }

    /// <summary>What is wrong, a line each.</summary>
    public IEnumerable<string> Validate() => Addresses.Where(a => !IsAddress(a)).Select(a =>
        $"Http:Urls has '{a}'; set it to addresses such as {Default} with ; between them (a proxy does TLS), to none, or leave it out");

    // A setting of ASP.NET Core, which may stand among the bot's own as well.
    private static string Host(IConfiguration configuration, string key) => configuration[key] ?? configuration[EnvironmentPrefix + key] ?? "";

    private static string[] Split(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsAddress(string address)
    {
        try
        {
            return BindingAddress.Parse(address) is { Scheme: "http", PathBase: "", Host.Length: > 0 };
        }
        catch (Exception ex) when (ex is FormatException or ArgumentException)
        {
            return false;
        }
    }
}
