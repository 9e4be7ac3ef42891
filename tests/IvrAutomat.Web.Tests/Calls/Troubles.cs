using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Web.Tests.Calls;

/// <summary>Why calls of this process could not be carried on, as their hosts log it: a document that connects a person does not say so itself.</summary>
internal sealed class Troubles : ILoggerProvider, ILogger
{
    private const int CouldNotBeCarriedOn = 2201;

    private static readonly ConcurrentDictionary<string, string> ByCall = new(StringComparer.Ordinal);

    /// <summary>What became of a call; empty when nothing was logged.</summary>
    public static string Of(string callSid) => ByCall.GetValueOrDefault(callSid, string.Empty);

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id == CouldNotBeCarriedOn && state is IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            ByCall[$"{values.First(value => value.Key == "CallId").Value}"] = $"{exception}";
        }
    }

    public void Dispose()
    {
        // What is remembered outlives the host: it is read when a test has failed.
    }
}
