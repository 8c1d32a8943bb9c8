using Telegram.Bot.Exceptions;

namespace Bot.Telegram.Api;

/// <summary>Telegram does not know the token, so it accepts no request: 401, or for the first calls 404, which a malformed token gets.</summary>
/// <param name="message">Telegram's description.</param>
/// <param name="code">The error code.</param>
internal sealed class InvalidTokenException(string message, int code) : ApiRequestException(message, code);
