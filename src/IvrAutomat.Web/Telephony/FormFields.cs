using System.Net;

namespace IvrAutomat.Web.Telephony;

/// <summary>The fields of a REST call, named as the carrier names them. Absent values are left out; a name may repeat (arrays).</summary>
internal sealed class FormFields
{
    private readonly List<KeyValuePair<string, string>> _fields = [];

    /// <summary>Adds a field unless its value is absent.</summary>
    public FormFields With(string name, string? value)
    {
        if (value is not null)
        {
            _fields.Add(new(name, value));
        }

        return this;
    }

    /// <summary>Adds a whole number of seconds, rounded up, unless it is absent.</summary>
    public FormFields WithSeconds(string name, TimeSpan? value) =>
        value is { } time ? With(name, ((long)Math.Ceiling(time.TotalSeconds)).ToString()) : this;

    /// <summary>Adds an instant as the lists' filters want it, in UTC and whole seconds, unless it is absent.</summary>
    public FormFields WithInstant(string name, DateTimeOffset? value) =>
        value is { } instant ? With(name, instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'")) : this;

    /// <summary>As the body of a POST.</summary>
    /// <param name="sent">Told each time it has been written to a connection; null: nobody is.</param>
    public FormUrlEncodedContent ToContent(Action? sent = null) => sent is null ? new FormUrlEncodedContent(_fields) : new ToldContent(_fields, sent);

    /// <summary>As the query of a GET, with its question mark; empty without fields.</summary>
    public string ToQuery() => _fields.Count == 0
        ? ""
        : "?" + string.Join('&', _fields.Select(static field => Uri.EscapeDataString(field.Key) + "=" + Uri.EscapeDataString(field.Value)));

    private sealed class ToldContent(IEnumerable<KeyValuePair<string, string>> fields, Action sent) : FormUrlEncodedContent(fields)
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await base.SerializeToStreamAsync(stream, context, cancellationToken);
            sent();
        }
    }
}
