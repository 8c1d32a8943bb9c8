using System.Threading.Channels;

namespace Bot.Facts.Authoring;

/// <summary>What asking an address gave.</summary>
/// <param name="Address">The address.</param>
/// <param name="Status">The HTTP status of the answer; null when there was none.</param>
/// <param name="MovedTo">Where redirects led; null when there were none.</param>
/// <param name="Problem">Why there was no answer; null when there was one.</param>
public sealed record ProbedLink(string Address, int? Status, string? MovedTo, string? Problem)
{
    /// <summary>Whether the page is there.</summary>
    public bool IsReached => Status is >= 200 and < 300;
}

/// <summary>Asks addresses whether their pages are still there: first with HEAD, then with GET where HEAD did not succeed. Nothing is kept of the pages.</summary>
/// <param name="client">The client, with the program's User-Agent.</param>
/// <param name="time">The clock.</param>
public sealed class LinkProber(HttpClient client, TimeProvider time)
{
    /// <summary>How many requests run at the same time at most.</summary>
    public const int MaxConcurrency = 4;

    /// <summary>The time between two requests to one host.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>How long an answer may take.</summary>
    public static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(10);

    /// <summary>Asks each address once, at each host one after the other.</summary>
    /// <param name="addresses">The addresses.</param>
    /// <param name="cancellation">Ends the requests.</param>
    /// <returns>The results, each as soon as it is known.</returns>
    /// <exception cref="OperationCanceledException">The probing was cancelled.</exception>
    public async IAsyncEnumerable<ProbedLink> ProbeAsync(IEnumerable<string> addresses, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var results = Channel.CreateUnbounded<ProbedLink>();
        using var slots = new SemaphoreSlim(MaxConcurrency);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var hosts = addresses.Distinct().GroupBy(a => Uri.TryCreate(a, UriKind.Absolute, out var uri) ? uri.Authority : "");
        var work = FinishAsync([.. hosts.Select(h => ProbeHostAsync([.. h], slots, results.Writer, stop.Token))], results.Writer);
        try
        {
            await foreach (var result in results.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                yield return result;
            }
        }
        finally
        {
            // Whoever stops reading wants no more requests.
            await stop.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(false);
        }
    }

    // The reader gets the exception of a host, if there is one.
    private static async Task FinishAsync(Task[] hosts, ChannelWriter<ProbedLink> results)
    {
        var all = Task.WhenAll(hosts);
        await ((Task)all).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        results.Complete(all.Exception?.InnerException ?? (all.IsCanceled ? new TaskCanceledException(all) : null));
    }

    private async Task ProbeHostAsync(string[] addresses, SemaphoreSlim slots, ChannelWriter<ProbedLink> results, CancellationToken cancellation)
    {
        var isFirst = true;
        foreach (var address in addresses)
        {
            var result = await RequestAsync(HttpMethod.Head).ConfigureAwait(false);
            if (!result.IsReached)
            {
                // Some servers refuse HEAD, or answer it with another status.
                result = await RequestAsync(HttpMethod.Get).ConfigureAwait(false);
            }

            results.TryWrite(result);

            async Task<ProbedLink> RequestAsync(HttpMethod method)
            {
                if (!isFirst)
                {
                    await Task.Delay(Interval, time, cancellation).ConfigureAwait(false);
                }

                isFirst = false;
                await slots.WaitAsync(cancellation).ConfigureAwait(false);
                try
                {
                    return await AskAsync(address, method, cancellation).ConfigureAwait(false);
                }
                finally
                {
                    slots.Release();
                }
            }
        }
    }

    private async Task<ProbedLink> AskAsync(string address, HttpMethod method, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(MaxDuration, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            using var request = new HttpRequestMessage(method, address);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            var reached = response.RequestMessage?.RequestUri?.OriginalString;
            return new ProbedLink(address, (int)response.StatusCode, reached == address ? null : reached, null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new ProbedLink(address, null, null, $"no answer within {MaxDuration.TotalSeconds:0} seconds");
        }
        catch (Exception ex) when (ex is HttpRequestException or UriFormatException or NotSupportedException or InvalidOperationException)
        {
            return new ProbedLink(address, null, null, ex.GetBaseException().Message);
        }
    }
}
