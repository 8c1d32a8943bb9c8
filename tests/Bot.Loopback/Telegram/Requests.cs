using System.Text;
using Microsoft.AspNetCore.Http;

namespace Bot.Loopback.Telegram;

/// <summary>Serves one HTTP request: checks the token, applies a planned fault, carries out the method and answers.</summary>
internal sealed class Requests(TelegramServer server, Methods methods)
{
    private static readonly byte[] s_garbage = Encoding.UTF8.GetBytes("<html><head><title>Welcome</title></head><body>nginx</body></html>");
    private int _count;

    /// <summary>Serves it.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        try
        {
            await AnswerAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The bot hung up, or the server stops.
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref _count);
        if (Method(context.Request.Path.Value!, out var refused) is not { } method)
        {
            await WriteAsync(context, refused!);
            return;
        }

        var at = server.Clock;
        var aborted = context.RequestAborted;
        Parameters parameters;
        try
        {
            parameters = await ParameterReader.ReadAsync(context.Request, aborted);
        }
        catch (Refusal ex)
        {
            await WriteAsync(context, Answer.Error(ex.Code, ex.Message));
            return;
        }

        if (server.Options.RecordCalls)
        {
            server.AddProblems(Methods.Problems(method, parameters));
        }

        var fault = server.Faults.Take(method, parameters);
        if (fault is { Kind: FaultKind.Slow, Executes: false })
        {
            await WaitAsync(fault, aborted);
        }

        var answer = fault is { Executes: false, Kind: not FaultKind.Slow } ? Answer.Ok(Json.True) : await methods.AnswerAsync(method, parameters, aborted);
        if (fault is { Kind: FaultKind.Error })
        {
            answer = Answer.Error(fault.Code, fault.Description, fault.RetryAfter, fault.MigrateToChat);
        }

        if (server.SendDelay > TimeSpan.Zero && IsSlowed(method))
        {
            await Task.Delay(server.SendDelay, server.Options.Time, aborted);
        }

        if (server.Options.RecordCalls)
        {
            var status = fault?.Kind is FaultKind.Cut or FaultKind.CutInAnswer ? 0 : answer.Status;
            server.Calls.Add(new(number, method, parameters.ToJson(), at, status));
        }

        await (fault is null ? WriteAsync(context, answer) : WriteAsync(context, answer, fault));
    }

    private static bool IsSlowed(string method) =>
        method.Equals("sendMessage", StringComparison.OrdinalIgnoreCase) || method.Equals("editMessageText", StringComparison.OrdinalIgnoreCase);

    // "/bot<token>/<method>"
    private string? Method(string path, out Answer? refused)
    {
        refused = null;
        var slash = path.IndexOf('/', 1);
        if (!path.StartsWith("/bot", StringComparison.Ordinal) || slash < 0 || slash == path.Length - 1)
        {
            refused = Answer.Error(404, "Not Found");
            return null;
        }

        if (path.AsSpan(4, slash - 4).SequenceEqual(server.Options.Token))
        {
            return path[(slash + 1)..];
        }

        refused = Answer.Error(401, "Unauthorized");
        return null;
    }

    private async Task WaitAsync(Fault fault, CancellationToken aborted)
    {
        await fault.Until.WaitAsync(aborted);
        await Task.Delay(fault.Delay, server.Options.Time, aborted);
    }

    private async Task WriteAsync(HttpContext context, Answer answer, Fault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.Cut:
                context.Abort();
                break;
            case FaultKind.CutInAnswer:
                context.Response.ContentType = "application/json";
                context.Response.ContentLength = answer.Body.Length;
                await context.Response.Body.WriteAsync(answer.Body.AsMemory(0, answer.Body.Length / 2));
                await context.Response.Body.FlushAsync();
                context.Abort();
                break;
            case FaultKind.TruncatedJson:
                await WriteAsync(context, answer with { Body = answer.Body[..(answer.Body.Length / 2)] });
                break;
            case FaultKind.Garbage:
                await WriteAsync(context, new(fault.Code, s_garbage), "text/html");
                break;
            case FaultKind.Slow when fault.Executes:
                await WaitAsync(fault, context.RequestAborted);
                await WriteAsync(context, answer);
                break;
            default:
                await WriteAsync(context, answer);
                break;
        }
    }

    private static async Task WriteAsync(HttpContext context, Answer answer, string type = "application/json")
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = type;
        response.ContentLength = answer.Body.Length;
        if (answer.RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = $"{seconds}";
        }

        await response.BodyWriter.WriteAsync(answer.Body);
    }
}
