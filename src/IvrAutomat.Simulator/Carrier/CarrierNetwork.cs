using System.Collections.Concurrent;
using System.Security.Cryptography;
using IvrAutomat.Simulator.Carrier.Conferences;
using IvrAutomat.Simulator.Carrier.Queues;
using IvrAutomat.Simulator.Carrier.Rest;
using IvrAutomat.Simulator.Carrier.Verbs;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>The stand-in of the carrier: takes calls from virtual phones and leads them through the product's documents.</summary>
/// <remarks>It speaks to the product only by HTTP, also when both live in one process.</remarks>
public sealed class CarrierNetwork : IDisposable
{
    private static readonly HashSet<string> Completed = new(["completed"], StringComparer.Ordinal);
    private readonly WorkCount _work = new();
    private readonly WebhookClient _webhooks;
    private readonly ConcurrentDictionary<string, PhoneCall> _calls = new(StringComparer.Ordinal);
    private TaskCompletionSource _nextCall = NewSignal();
    private int _placed;
    private volatile IReadOnlyList<VirtualNumber> _numbers = [];
    private volatile HashSet<string> _attended = [];

    /// <summary>Makes a network of one account.</summary>
    /// <exception cref="ArgumentException">The settings cannot be used; the message holds all problems with their remedies.</exception>
    public CarrierNetwork(SimulatorOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        if (options.Problems() is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(options));
        }

        Options = options;
        Time = time;
        _webhooks = new WebhookClient(options, time);
        Queues = new QueueBoard(time);
        Conferences = new ConferenceBoard(this, _webhooks, _work);
        Switches = options.Switches;
        Faults = options.Faults;
        RestFaults.Set(options.Faults.Rest);
    }

    /// <summary>Calls that act, webhooks under way and callbacks being sent: all that is not waiting for time or for a person.</summary>
    public int Working => _work.Running;

    /// <summary>Requests that wait for time and whose sender may have given up without its being known here yet.</summary>
    internal int Holding => _work.Holding;

    /// <summary>All calls since the start, in no particular order.</summary>
    public IReadOnlyCollection<PhoneCall> Calls => [.. _calls.Values];

    /// <summary>Ends when the next call is placed.</summary>
    internal Task NextCall => Volatile.Read(ref _nextCall).Task;

    /// <summary>What a sound file says, by its path; null when that is not known.</summary>
    internal Func<string, string?> WordsOf { get; set; } = static _ => null;

    /// <summary>The text messages of the product.</summary>
    public MessageBoard Messages { get; } = new();

    /// <summary>Callers who wait for somebody.</summary>
    internal QueueBoard Queues { get; }

    /// <summary>Rooms in which calls are connected.</summary>
    internal ConferenceBoard Conferences { get; }

    /// <summary>What goes wrong between carrier and product in whatever has no faults of its own.</summary>
    internal CarrierFaults Faults { get; private set; } = CarrierFaults.None;

    /// <summary>REST requests that go wrong.</summary>
    internal RestFaults RestFaults { get; } = new();

    /// <summary>The readings chosen where the carrier's documentation leaves two.</summary>
    internal CarrierSwitches Switches { get; private set; }

    internal SimulatorOptions Options { get; }

    /// <summary>The longest time that the product took for the answer to a webhook since <see cref="ForgetSlowest"/>, by this network's clock.</summary>
    public TimeSpan SlowestAnswer => _webhooks.Slowest;

    /// <summary>Measures from here on.</summary>
    public void ForgetSlowest() => _webhooks.Forget();

    internal TimeProvider Time { get; }

    /// <summary>See <see cref="Working"/>.</summary>
    internal WorkCount Work => _work;

    /// <summary>Calls the line.</summary>
    /// <param name="from">The caller in E.164; null for one who withholds the number.</param>
    /// <param name="to">The dialled number; null for the line.</param>
    /// <param name="faults">What goes wrong during the call; null for nothing.</param>
    public PhoneCall Call(string? from, string? to = null, CarrierFaults? faults = null)
    {
        return Place(new CallSetup(from ?? "anonymous", to ?? Options.Line, CallSetup.Inbound)
        {
            Start = new Next.Document(Absolute(Options.VoiceUrl), HttpMethod.Post, []),
            FallbackUrl = Options.FallbackUrl is { } fallback ? Absolute(fallback) : null,
            Callback = Options.StatusCallbackUrl is { } status ? new StatusCallback(Absolute(status), HttpMethod.Post, Completed) : null,
            Faults = faults ?? Faults,
        });
    }

    /// <summary>The call of this identifier; null when there was none.</summary>
    public PhoneCall? Find(string sid) => _calls.GetValueOrDefault(sid);

    /// <inheritdoc />
    public void Dispose() => _webhooks.Dispose();

    internal PhoneCall Place(CallSetup setup)
    {
        var call = new PhoneCall(setup, Interlocked.Increment(ref _placed), Time, _work);
        _calls[call.Sid] = call;
        Interlocked.Exchange(ref _nextCall, NewSignal()).SetResult();
        _ = _work.RunAsync(new CallExecution(call, this, _webhooks, _work).RunAsync);
        return call;
    }

    internal TextMessage Send(string to, string? from, string? messagingServiceSid, string body, Uri? statusCallback)
    {
        var message = new TextMessage(Sid.NewMessage(), to, from, messagingServiceSid, body, Time.GetUtcNow());
        Messages.Add(message);
        _ = _work.RunAsync(() => new MessageDelivery(this, _webhooks, _work).RunAsync(message, statusCallback));
        return message;
    }

    /// <summary>Numbers that behave in a particular way from now on, before those of the settings.</summary>
    internal void SetNumbers(IReadOnlyList<VirtualNumber> numbers) => _numbers = numbers;

    /// <summary>What goes wrong from now on.</summary>
    internal void SetFaults(CarrierFaults faults)
    {
        Faults = faults;
        RestFaults.Set(faults.Rest);
    }

    /// <summary>Which readings are taken from now on; null for those of the settings.</summary>
    internal void SetSwitches(CarrierSwitches? switches) => Switches = switches ?? Options.Switches;

    /// <summary>Numbers at which a person sits: they ring until that person, or a script, does something.</summary>
    internal void Attend(IEnumerable<string> numbers) => _attended = numbers.ToHashSet(StringComparer.Ordinal);

    internal VirtualNumber NumberOf(string number) =>
        _numbers.Concat(Options.Numbers).FirstOrDefault(known => known.Number == number)
        ?? new VirtualNumber(number, _attended.Contains(number) ? WhenDialled.Rings : WhenDialled.Answers);

    /// <summary>A URL of the settings as the product is reached now.</summary>
    internal Uri Absolute(Uri url)
    {
        if (url.IsAbsoluteUri)
        {
            return url;
        }

        var address = Options.BaseAddress?.Invoke()
            ?? throw new InvalidOperationException("Simulator:BaseAddress is not set and no server tells its address.");
        // Without the slash at its end, the last part of a base path would be replaced instead of continued.
        return new Uri(new Uri(address.AbsoluteUri.TrimEnd('/') + '/'), url);
    }

    /// <summary>Keeps what the product has said for those who check all of it.</summary>
    /// <param name="said">A document, or a REST request.</param>
    /// <param name="kind">The ending of the file's name.</param>
    internal void Keep(byte[] said, string kind = "xml")
    {
        if (Options.DocumentsFolder is not { } folder)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{Convert.ToHexStringLower(SHA256.HashData(said).AsSpan(0, 12))}.{kind}");
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew);
            file.Write(said);
        }
        catch (IOException) when (File.Exists(path))
        {
            // The same words, kept earlier or written by another at this moment.
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
