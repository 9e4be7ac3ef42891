using System.Text;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Tests.Telephony;

public sealed class FormReaderTests
{
    [Theory]
    [InlineData("a=%C5%99+b%2Bc", "a", "ř b+c")]
    [InlineData("a=%zz%", "a", "%zz%")]
    [InlineData("a=%4", "a", "%4")]
    [InlineData("a=b=c", "a", "b=c")]
    [InlineData("a", "a", "")]
    [InlineData("=x", "", "x")]
    [InlineData("%61=1", "a", "1")]
    [InlineData("a=%ff", "a", "\uFFFD")]
    [InlineData("a=%00", "a", "\0")]
    public void Form_IsReadWithoutEverFailing(string body, string name, string value) =>
        Assert.Equal(value, FormReader.Read(Encoding.UTF8.GetBytes(body)).Single(name));

    [Fact]
    public void RepeatedName_IsAListAndNotASingleValue()
    {
        var form = FormReader.Read("Digits=5678&Digits=1234&Digits=1234&digits=1"u8);
        Assert.Equal(["1234", "5678"], form.Values("Digits"));
        Assert.Null(form.Single("Digits"));
        Assert.Equal("1", form.Single("digits"));
    }

    [Fact]
    public void SameValueTwice_IsOneValue() => Assert.Equal("1", FormReader.Read("Digits=1&Digits=1"u8).Single("Digits"));

    [Fact]
    public void AbsentName_HasNoValues()
    {
        Assert.Empty(FormReader.Read("a=1"u8).Values("b"));
        Assert.Null(FormReader.Read(""u8).Single("b"));
    }
}
