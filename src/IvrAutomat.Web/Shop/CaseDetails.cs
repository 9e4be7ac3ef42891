using System.Collections.Immutable;
using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Shop;

/// <summary>One thing that was asked for, with all that the caller gave for it. Its text never prints a value.</summary>
internal sealed record CaseDetail
{
    /// <summary>The instant of asking.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The request that a person is to do; null when the kind of the case says what to do.</summary>
    public Work? Wanted { get; init; }

    /// <summary>The goods, by their name; null when it is about none or all.</summary>
    public string? Item { get; init; }

    /// <summary>The defect in the caller's own words.</summary>
    public string? Said { get; init; }

    /// <summary>What showed that the shop itself is at fault; null elsewhere.</summary>
    public OwnFaultReason? Fault { get; init; }

    /// <summary>A company's number (IČO).</summary>
    public string? Company { get; init; }

    /// <inheritdoc />
    public override string ToString() => nameof(CaseDetail);
}

/// <summary>What a case holds for the person who does it, the oldest first. It is stored encrypted only, apart, so that it can be erased.</summary>
internal static class CaseDetails
{
    /// <summary>The details of a row.</summary>
    public static ImmutableArray<CaseDetail> Read(Secrets secrets, byte[]? details)
        => details is null ? [] : StoredJson.Read<ImmutableArray<CaseDetail>>(secrets.UnprotectText(SecretLabel.Case, details));

    /// <summary>The same with one more, encrypted.</summary>
    public static byte[] Add(Secrets secrets, byte[]? details, CaseDetail detail)
        => secrets.Protect(SecretLabel.Case, StoredJson.Write(Read(secrets, details).Add(detail)));
}
