namespace IvrAutomat.Web.Tests.Speech;

/// <summary>Programs that a test needs. In CI they are installed, and a test that lacks one fails.</summary>
internal static class Installed
{
    /// <summary>Skips the test where the program is not installed.</summary>
    public static void Need(string program)
    {
        var isThere = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
        Assert.SkipWhen(!isThere && Environment.GetEnvironmentVariable("CI") is null, $"{program} is not installed on this machine.");
        Assert.True(isThere, $"{program} is not installed.");
    }
}
