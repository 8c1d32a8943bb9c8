using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Bot.Monitoring;

/// <summary>The addresses of the bot's server, which the health probe uses too: <c>Http:Urls</c>, else <c>ASPNETCORE_URLS</c>, else the default. No other setting changes them.</summary>
/// <param name="Setting">The setting that defines the addresses, for messages.</param>
/// <param name="Addresses">The addresses as written, at least one. <c>*</c> as the host means all addresses of the machine.</param>
internal sealed record ListenAddresses(string Setting, IReadOnlyList<string> Addresses)
{
    /// <summary>The default address, reachable only from this machine.</summary>
    public const string Default = "http://127.0.0.1:8090";

    /// <summary>The bot's own setting.</summary>
    public const string OwnSetting = "Http:Urls";

    // ASP.NET Core's variable. The variables for ports alone are not read: container images set them, and they open the port to everybody.
    private const string HostVariable = "ASPNETCORE_URLS";

    /// <summary>Determines the addresses of a bot that has something to serve.</summary>
    /// <param name="options">The section <c>Http</c>.</param>
    /// <param name="configuration">The settings, with the environment.</param>
    public static ListenAddresses Resolve(HttpOptions options, IConfiguration configuration)
    {
        if (options.Addresses is { Length: > 0 } own)
        {
            return new ListenAddresses(OwnSetting, own);
        }

        return HttpOptions.Split(configuration[HostVariable]) is { Length: > 0 } given ? new ListenAddresses(HostVariable, given) : new ListenAddresses(OwnSetting, [Default]);
    }

    /// <summary>The problems with the addresses, a line each.</summary>
    public IEnumerable<string> Validate() => Addresses.Where(a => Parse(a) is null).Select(a =>
        $"{Setting} has '{a}'; set it to addresses such as {Default} separated by ; (a proxy does TLS), {(Setting == OwnSetting ? "to none, " : "")}or leave it out");

    /// <summary>Parses an address; null when the bot cannot listen there.</summary>
    /// <param name="address">Such as <c>http://127.0.0.1:8090</c> or <c>http://unix:/run/bot.sock</c>.</param>
    public static BindingAddress? Parse(string address)
    {
        try
        {
            var parsed = BindingAddress.Parse(address);
            return parsed is { Scheme: "http", PathBase: "", Host.Length: > 0 } && (!parsed.IsNamedPipe || OperatingSystem.IsWindows()) ? parsed : null;
        }
        catch (Exception ex) when (ex is FormatException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
