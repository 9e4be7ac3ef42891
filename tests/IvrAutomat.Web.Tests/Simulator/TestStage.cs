using IvrAutomat.Simulator.CallScripts;

namespace IvrAutomat.Web.Tests.Simulator;

/// <summary>A product without data, whose counts and answers a test sets.</summary>
internal sealed class TestStage : IStage
{
    private int _parked;
    private int _busy;

    public int Parked => Volatile.Read(ref _parked);

    public int Busy => Volatile.Read(ref _busy);

    public int Asking => 0;

    public IReadOnlyList<DemoCaller> Callers { get; set; } =
        [new("+420601000001", "paid by card, being packed", "2026001001", "4821", "can be cancelled", "zakaznik1@example.com")];

    public IReadOnlyList<AgentPhone> Agents { get; set; } = [new("Jana", "+420602000001"), new("Petr", "+420602000002")];

    public StageSetting? Prepared { get; private set; }

    /// <summary>Why the next preparation is refused; null for not.</summary>
    public string? Refusal { get; set; }

    public Dictionary<string, string> Orders { get; } = new(StringComparer.Ordinal);

    public List<CaseSeen> Cases { get; } = [];

    public List<RequestSeen> Requests { get; } = [];

    public void Park(int by) => Interlocked.Add(ref _parked, by);

    public void Work(int by) => Interlocked.Add(ref _busy, by);

    public Task<IReadOnlyList<string>> PrepareAsync(StageSetting setting, CancellationToken ct)
    {
        Prepared = setting;
        return Task.FromResult<IReadOnlyList<string>>(Refusal is null ? [] : [Refusal]);
    }

    public Task<string?> AtConsoleAsync(string agent, DeskAct act, string? colleague, CancellationToken ct) => Task.FromResult<string?>("There is no console.");

    public Task<OrderSeen?> OrderAsync(string number, CancellationToken ct) =>
        Task.FromResult(Orders.TryGetValue(number, out var state) ? new OrderSeen(number, state) : null);

    public Task<IReadOnlyList<CaseSeen>> CasesAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<CaseSeen>>(Cases);

    public Task<IReadOnlyList<RequestSeen>> RequestsAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<RequestSeen>>(Requests);
}
