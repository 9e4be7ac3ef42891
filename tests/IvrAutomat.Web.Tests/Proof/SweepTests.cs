using System.Text;
using IvrAutomat.Proof.Canary;

namespace IvrAutomat.Web.Tests.Proof;

public sealed class SweepTests
{
    [Theory]
    [InlineData("73920518")]
    [InlineData("Kanárková")]
    public void EveryFormOfASecret_IsFound(string secret)
    {
        foreach (var form in SecretForms.Of(secret))
        {
            Assert.NotEmpty(Swept(secret, $"before {form.Text} after"));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void ASecretWithinSomethingThatIsBase64_IsFound_WhereverItBegins(int before)
        => Assert.NotEmpty(Swept("73920518", Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('a', before) + "73920518 and more"))));

    [Fact]
    public void AFileWithASecret_IsFound_AndSoIsItsName()
    {
        var folder = Directory.CreateTempSubdirectory("ivrautomat-sweep-");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "73920518.wav"), Encoding.Unicode.GetBytes("x73920518x"));
            var sweep = new Sweep();
            sweep.Plant("PIN", "73920518");
            sweep.LookAtFiles("folder", folder.FullName);
            Assert.Equal(2, sweep.Find().Select(hit => hit.Split(',')[0]).Distinct().Count());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void WhatIsNotThere_IsNotFound() => Assert.Empty(Swept("73920518", "73920519 81502938"));

    private static IReadOnlyList<string> Swept(string secret, string text)
    {
        var sweep = new Sweep();
        sweep.Plant("secret", secret);
        sweep.Look("text", text);
        return sweep.Find();
    }
}
