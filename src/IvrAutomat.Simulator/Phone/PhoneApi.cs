using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IvrAutomat.Simulator.Phone;

/// <summary>What happens on a phone, as its feed tells it: a name and its data.</summary>
internal sealed record PhoneEvent(string Name, JsonElement Data)
{
    public string Text(string name) => Data.TryGetProperty(name, out var value) ? value.ToString() : "";

    /// <summary>The words of a list; none when there is no such list.</summary>
    public string[] List(string name) =>
        Data.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(item => item.GetString() ?? "")] : [];
}

/// <summary>Somebody with a phone.</summary>
internal sealed record PhoneOwner(int Id, string Name, string Number);

/// <summary>The same interface that the phone pages use, from elsewhere.</summary>
internal sealed class PhoneApi(Uri server) : IDisposable
{
    private readonly HttpClient _http = new()
    {
        BaseAddress = new Uri(new Uri(server.AbsoluteUri.TrimEnd('/') + "/"), "phone/api/"),
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public void Dispose() => _http.Dispose();

    public async Task<IReadOnlyList<PhoneOwner>> AgentsAsync(CancellationToken ct) =>
        await _http.GetFromJsonAsync<PhoneOwner[]>("agents", ct) ?? [];

    /// <summary>Calls the line; the answer is the call's identifier.</summary>
    /// <param name="from">E.164; <c>withheld</c> for a hidden number.</param>
    /// <param name="ct">Gives up.</param>
    public Task<string> DialAsync(string from, CancellationToken ct) => IdOfAsync("calls", new { from }, ct);

    /// <summary>Switches a phone on, so that its messages can be read; the answer is its identifier.</summary>
    public Task<string> PhoneAsync(string number, CancellationToken ct) => IdOfAsync("phones", new { number }, ct);

    /// <summary>Does something on a call; false when the call is gone or the act is not possible.</summary>
    public async Task<bool> ActAsync(string call, string act, object body, CancellationToken ct)
    {
        using var response = await _http.PostAsJsonAsync($"calls/{call}/{act}", body, ct);
        return response.IsSuccessStatusCode;
    }

    /// <summary>What a feed tells, until it ends.</summary>
    public async IAsyncEnumerable<PhoneEvent> EventsAsync(string path, [EnumeratorCancellation] CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(ct))
        {
            yield return new PhoneEvent(item.EventType, JsonSerializer.Deserialize<JsonElement>(item.Data));
        }
    }

    private async Task<string> IdOfAsync(string path, object body, CancellationToken ct)
    {
        using var response = await _http.PostAsJsonAsync(path, body, ct);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("id").GetString()!;
    }
}
