namespace IvrAutomat.Simulator.Carrier;

/// <summary>The carrier's identifiers: two letters that name the kind, then 32 hex digits.</summary>
internal static class Sid
{
    public static string NewCall() => "CA" + Unique();

    public static string NewConference() => "CF" + Unique();

    public static string NewQueue() => "QU" + Unique();

    public static string NewMessage() => "SM" + Unique();

    public static string NewToken() => Guid.NewGuid().ToString("D");

    private static string Unique() => Guid.NewGuid().ToString("N");
}
