using IvrAutomat.Calls;

namespace IvrAutomat.Core.Tests.Calls;

public class PhoneNumberTests
{
    [Theory]
    [InlineData("777 123 456", "+420777123456")]
    [InlineData("777123456", "+420777123456")]
    [InlineData("00420777123456", "+420777123456")]
    [InlineData("+420 777-123-456", "+420777123456")]
    [InlineData("420777123456", "+420777123456")]
    [InlineData("(777) 123/456", "+420777123456")]
    [InlineData("0905 123 456", "+421905123456")]
    [InlineData("421905123456", "+421905123456")]
    [InlineData("+4915123456789", "+4915123456789")]
    [InlineData("+4231234567", "+4231234567")]
    [InlineData("266696687", "+420266696687")]
    public void AnyWritingOfANumber_IsE164(string text, string value) => Assert.Equal(value, PhoneNumber.Parse(text)?.Value);

    [Theory]
    [InlineData("905123456", "+421905123456")]
    [InlineData("0905123456", "+421905123456")]
    [InlineData("777123456", "+420777123456")]
    [InlineData("249123456", "+420249123456")]
    public void NineDigitsThatASlovakTypes_AreASlovakMobileWhenTheyBeginWithNine(string typed, string value) => Assert.Equal(value, PhoneNumber.ParseSlovak(typed)?.Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("12345")]
    [InlineData("112")]
    [InlineData("158")]
    [InlineData("+420112")]
    [InlineData("anonymous")]
    [InlineData("unavailable")]
    [InlineData("Restricted")]
    [InlineData("+266696687")]
    [InlineData("+7378742833")]
    [InlineData("077712345")]
    [InlineData("+420")]
    [InlineData("+42077712345")]
    [InlineData("+4207771234567")]
    [InlineData("++420777123456")]
    [InlineData("sip:jana@example.com")]
    [InlineData("７７７１２３４５６")]
    [InlineData("1234567890123456789012345678901234567890123456789")]
    public void AnythingElse_IsNoNumber(string? text) => Assert.Null(PhoneNumber.Parse(text));

    [Theory]
    [InlineData("601000001", PhoneKind.Mobile, true, true)]
    [InlineData("777123456", PhoneKind.Mobile, true, true)]
    [InlineData("222000012", PhoneKind.Fixed, false, true)]
    [InlineData("541123456", PhoneKind.Fixed, false, true)]
    [InlineData("800123456", PhoneKind.Free, false, true)]
    [InlineData("840111222", PhoneKind.SharedCost, false, true)]
    [InlineData("900123456", PhoneKind.Premium, false, false)]
    [InlineData("906123456", PhoneKind.Premium, false, false)]
    [InlineData("909123456", PhoneKind.Premium, false, false)]
    [InlineData("976123456", PhoneKind.Premium, false, false)]
    [InlineData("960123456", PhoneKind.Voicemail, false, false)]
    [InlineData("910123456", PhoneKind.Other, false, true)]
    [InlineData("700123456", PhoneKind.Other, false, true)]
    [InlineData("+421905123456", PhoneKind.Mobile, true, true)]
    [InlineData("+421949123456", PhoneKind.Mobile, true, true)]
    [InlineData("+421212345678", PhoneKind.Fixed, false, true)]
    [InlineData("+421900123456", PhoneKind.Premium, false, false)]
    [InlineData("+491512345678", PhoneKind.Foreign, false, false)]
    public void FirstDigits_TellWhatANumberCanDo(string text, PhoneKind kind, bool sms, bool callBack)
    {
        var number = PhoneNumber.Parse(text)!.Value;

        Assert.Equal(kind, number.Kind);
        Assert.Equal(sms, number.CanReceiveSms);
        Assert.Equal(callBack, number.CanBeCalledBack);
    }

    [Fact]
    public void Slovak_IsToldByItsCountry()
    {
        Assert.True(PhoneNumber.Parse("0905123456")!.Value.IsSlovak);
        Assert.False(PhoneNumber.Parse("777123456")!.Value.IsSlovak);
    }

    [Fact]
    public void End_IsTheLastThreeDigits() => Assert.Equal("456", PhoneNumber.Parse("777123456")!.Value.End);

    [Theory]
    [InlineData("777123456", "PhoneNumber(CZ)")]
    [InlineData("0905123456", "PhoneNumber(SK)")]
    [InlineData("+4915123456789", "PhoneNumber(foreign)")]
    public void PrintedNumber_ShowsNoDigit(string text, string printed) => Assert.Equal(printed, $"{PhoneNumber.Parse(text)}");

    [Fact]
    public void NoNumber_CanDoNothing()
    {
        Assert.Equal("PhoneNumber(none)", default(PhoneNumber).ToString());
        Assert.Equal("", default(PhoneNumber).Value);
        Assert.Equal("", default(PhoneNumber).End);
        Assert.False(default(PhoneNumber).CanBeCalledBack);
    }

    [Fact]
    public void SameNumberWrittenTwoWays_IsEqual() =>
        Assert.Equal(PhoneNumber.Parse("777 123 456"), PhoneNumber.Parse("+420777123456"));
}
