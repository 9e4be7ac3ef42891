using Microsoft.Extensions.Logging;

namespace IvrAutomat.Proof.Canary;

/// <summary>Keeps everything that is logged: the line, each value in it, exceptions and scopes.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Keep($"scope {state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state is IEnumerable<KeyValuePair<string, object?>> named ? string.Join(' ', named.Select(pair => $"{pair.Key}={pair.Value}")) : "";
        Keep($"{logLevel} {eventId.Id} {formatter(state, exception)} {values} {exception}");
    }

    public void Dispose()
    {
    }

    private void Keep(string line)
    {
        lock (_lines)
        {
            _lines.Add(line);
        }
    }
}
