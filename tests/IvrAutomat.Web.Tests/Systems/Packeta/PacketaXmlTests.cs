using System.Text;
using IvrAutomat.Web.Shop.Outside;
using IvrAutomat.Web.Shop.Packeta;

namespace IvrAutomat.Web.Tests.Systems.Packeta;

public sealed class PacketaXmlTests
{
    private const string Bomb = """
        <?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
        <response><status>ok</status><result>&c;</result></response>
        """;

    private const string Outsider = """
        <?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><response><status>ok</status><result>&x;</result></response>
        """;

    [Theory]
    [InlineData(Bomb)]
    [InlineData(Outsider)]
    [InlineData("<response><status>ok</status>")]
    [InlineData("")]
    [InlineData("<response/>")]
    [InlineData("<response><status>maybe</status></response>")]
    [InlineData("<response><status>fault</status></response>")]
    public void AnswerThatIsNoAnswer_ProvesNothing(string body) => Assert.IsType<PacketaReply.Unknown>(Read(body));

    [Fact]
    public void AnswerOfAnotherType_ProvesNothing() => Assert.IsType<PacketaReply.Unknown>(PacketaXml.Reply(
        new OutsideAnswer(Delivery.Answered, 200, "<response><status>ok</status></response>"u8.ToArray()) { MediaType = "text/html" }));

    [Fact]
    public void FaultWithDetails_IsNamedByItsDirectChild() => Assert.Equal("PacketAttributesFault", Assert.IsType<PacketaReply.Refused>(Read("""
        <response><status>fault</status><fault>PacketAttributesFault</fault><string>Failed.</string>
          <detail><attributes><fault><name>email</name><fault>Please enter email.</fault></fault></attributes></detail></response>
        """)).Fault.Name);

    [Theory]
    [InlineData("<response><status>ok</status></response>")]
    [InlineData("<response><status>ok</status><result/></response>")]
    [InlineData("<response><status> ok </status><result></result></response>")]
    public void MethodWithoutAResult_IsDone(string body) => Assert.IsType<PacketaReply.Ok>(Read(body));

    [Fact]
    public void Request_HoldsThePasswordFirstAndEscapesWhatPeopleWrite()
    {
        var written = Encoding.UTF8.GetString(PacketaXml.Grouped(
            "createPacketClaimWithPassword", "secret", "claimWithPasswordAttributes", ("number", "R<1>&\u0001"), ("email", null), ("phone", "")));
        Assert.EndsWith(
            "<createPacketClaimWithPassword><apiPassword>secret</apiPassword>"
            + "<claimWithPasswordAttributes><number>R&lt;1&gt;&amp;</number></claimWithPasswordAttributes></createPacketClaimWithPassword>",
            written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("True", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData("", false)]
    public void ParcelOnItsWayBack_IsToldInAllSpellings(string spelling, bool returning)
        => Assert.Equal(returning, State($"<statusCode>4</statusCode><isReturning>{spelling}</isReturning>").IsReturning);

    [Theory]
    [InlineData("8")]
    [InlineData("13")]
    [InlineData("32")]
    [InlineData("999")]
    [InlineData("0")]
    public void StateThatDoesNotExist_IsUnknown(string code) => Assert.Equal(999, State($"<statusCode>{code}</statusCode>").Code);

    [Theory]
    [InlineData("2026-11-23T23:30:00", "2026-11-23")]
    [InlineData("2026-11-23T23:30:00+01:00", "2026-11-23")]
    [InlineData("2026-11-23T23:30:00Z", "2026-11-24")]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    public void TimeOfAState_IsPraguesWithAndWithoutAZone(string written, string? day)
        => Assert.Equal(day, State($"<statusCode>7</statusCode><dateTime>{written}</dateTime>").Day?.ToString("yyyy-MM-dd"));

    [Theory]
    [InlineData("<record><statusCode>1</statusCode></record><record><statusCode>2</statusCode></record>", 2)]
    [InlineData("<statusRecord><statusCode>1</statusCode></statusRecord>", 1)]
    [InlineData("<statusCode>1</statusCode>", 1)]
    [InlineData("", 0)]
    public void History_IsReadInAllItsShapes(string result, int states) => Assert.Equal(states, ParcelState.ReadHistory(Ok(result)).Length);

    private static ParcelState State(string result) => ParcelState.Read(Ok(result))!;

    private static PacketaReply.Ok Ok(string result)
        => Assert.IsType<PacketaReply.Ok>(Read($"<response><status>ok</status><result>{result}</result></response>"));

    private static PacketaReply Read(string body)
        => PacketaXml.Reply(new OutsideAnswer(Delivery.Answered, 200, Encoding.UTF8.GetBytes(body)) { MediaType = "text/xml" });
}
