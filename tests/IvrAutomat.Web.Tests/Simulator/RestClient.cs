using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using IvrAutomat.Simulator;

namespace IvrAutomat.Web.Tests.Simulator;

/// <summary>What a REST request was answered with.</summary>
internal sealed record RestAnswer(HttpStatusCode Status, JsonElement Body)
{
    public string this[string name] => Body.GetProperty(name).ToString();

    public int Code => Body.GetProperty("code").GetInt32();
}

/// <summary>The product's side of the REST calls, by hand.</summary>
internal sealed class RestClient : IDisposable
{
    private readonly HttpClient _http;

    public RestClient(TwimlServer server)
    {
        _http = new HttpClient
        {
            BaseAddress = new Uri(server.Address, $"{Simulation.CarrierPath}/2010-04-01/Accounts/{server.Options.AccountSid}/"),
        };
        var credentials = Encoding.UTF8.GetBytes($"{server.Options.AccountSid}:{server.Options.AuthToken}");
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));
    }

    public void Dispose() => _http.Dispose();

    public Task<RestAnswer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<RestAnswer> DeleteAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Delete, path));

    public Task<RestAnswer> PostAsync(string path, params (string Name, string Value)[] fields) => SendAsync(
        new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        });

    private async Task<RestAnswer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            return new RestAnswer(response.StatusCode, body.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(body));
        }
    }
}
