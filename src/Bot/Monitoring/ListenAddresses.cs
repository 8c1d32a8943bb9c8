using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Bot.Monitoring;

/// <summary>Where the bot listens, for its server and for whoever asks it: <c>Http:Urls</c>, else <c>ASPNETCORE_URLS</c>, else the default. Nothing else moves it.</summary>
/// <param name="Setting">The setting that gives the addresses, for messages.</param>
/// <param name="Addresses">One address or more, as they are written; <c>*</c> in place of a host for all of the machine's.</param>
internal sealed record ListenAddresses(string Setting, IReadOnlyList<string> Addresses)
{
    /// <summary>The address that is listened at when none is set: this machine's alone.</summary>
    public const string Default = "http://127.0.0.1:8090";

    /// <summary>The bot's own setting.</summary>
    public const string OwnSetting = "Http:Urls";

    // ASP.NET Core's variable. Those for ports alone are not read: images set them, and they open the port to everybody.
    private const string HostVariable = "ASPNETCORE_URLS";

    /// <summary>Decides where the bot listens when there is something to serve.</summary>
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

    /// <summary>What is wrong with the addresses, a line each.</summary>
    public IEnumerable<string> Validate() => Addresses.Where(a => Parse(a) is null).Select(a =>
        $"{Setting} has '{a}'; set it to addresses such as {Default} with ; between them (a proxy does TLS), {(Setting == OwnSetting ? "to none, " : "")}or leave it out");

    /// <summary>An address in its parts; null when the bot cannot listen there.</summary>
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
