using IvrAutomat.Calls;

namespace IvrAutomat.Web.Calls;

/// <summary>What the runner needs of those who look after waiting callers; it knows neither agents nor how they are rung.</summary>
/// <param name="Place">Where a waiting call stands, and how long it may take.</param>
/// <param name="Talked">Whether the caller and an agent have met, now that the caller is alone again.</param>
/// <param name="Wake">Says that a wait has begun or ended.</param>
internal sealed record QueueDesk(
    Func<Call, CancellationToken, Task<StillWaiting>> Place, Func<Call, CancellationToken, Task<bool>> Talked, Action Wake);
