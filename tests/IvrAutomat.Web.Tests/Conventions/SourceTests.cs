using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using IvrAutomat.Calls;
using IvrAutomat.Simulator.CallScripts;

namespace IvrAutomat.Web.Tests.Conventions;

/// <summary>How the code is written, as far as a machine can judge it.</summary>
public sealed partial class SourceTests
{
    private const int LongestFile = 300;

    private static readonly string[] NoConcepts = ["Services", "Helpers", "Interfaces", "Common", "Utils", "Managers", "Misc"];

    private static IEnumerable<string> Everywhere => Repository.Sources("src").Concat(Repository.Sources("tests"));

    [Fact]
    public void NoFile_IsTooLongToReadInOneGo() => Assert.DoesNotContain(
        Everywhere, file => File.ReadLines(Repository.At(file)).Count() > LongestFile);

    [Fact]
    public void NothingIsLeftForLater_AndNothingIsFoldedAway() => Assert.Empty(Everywhere.SelectMany(file => Matches(file, Leftover())));

    [Fact]
    public void TheClock_IsReadThroughTimeProviderOnly() => Assert.Empty(Repository.Sources("src").SelectMany(file => Matches(file, Clock())));

    [Fact]
    public void NoFile_NamesAPlaceOfOneMachine() => Assert.Empty(Repository.Sources("src").SelectMany(file => Matches(file, Machine())));

    [Fact]
    public void Folders_AreConceptsOfTheDomain() => Assert.Empty(
        Repository.Sources("src").SelectMany(file => file.Split('/')[..^1]).Distinct(StringComparer.Ordinal).Intersect(NoConcepts));

    // A folder may leave its last part out of the namespace: the folder of a language bears the name of its class.
    [Fact]
    public void EveryNamespace_FollowsItsFolder() => Assert.Empty(
        from file in Repository.Sources("src")
        let declared = Namespace().Match(File.ReadAllText(Repository.At(file))).Groups["name"].Value
        where declared.Length > 0 && !$"{Expected(file)}.".StartsWith($"{declared}.", StringComparison.Ordinal)
        select $"{file}: {declared}");

    // The compiler makes the class of the top-level statements public.
    [Fact]
    public void TheWeb_OffersNothingToOthers() => Assert.Equal(["Program"], typeof(AutomatHost).Assembly.GetExportedTypes().Select(type => type.FullName));

    [Fact]
    public void Classes_AreSealedOrMadeToBeDerivedFrom() => Assert.Empty(
        from assembly in (Assembly[])[typeof(Call).Assembly, typeof(AutomatHost).Assembly, typeof(CallScript).Assembly]
        from type in assembly.GetTypes()
        where type is { IsClass: true, IsSealed: false, IsAbstract: false } && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.Name != "Program"
            && !type.FullName!.Contains('<', StringComparison.Ordinal)
        select type.FullName);

    private static IEnumerable<string> Matches(string file, Regex pattern) => File.ReadLines(Repository.At(file))
        .Select((line, index) => (line, index)).Where(each => pattern.IsMatch(each.line)).Select(each => $"{file}:{each.index + 1}: {each.line.Trim()}");

    // src/IvrAutomat.Core/Calls/Call.cs is IvrAutomat.Calls; src/IvrAutomat.Web/Calls/Answer.cs is IvrAutomat.Web.Calls.
    private static string Expected(string file)
    {
        var folders = file.Split('/')[1..^1];
        return string.Join('.', folders).Replace("IvrAutomat.Core", "IvrAutomat", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\b(TO[D]O|FIX[M]E|HA[C]K|XX[X])\b|^\s*#\s*region", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Leftover();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<![\w.{}/-])/(work|tmp|root|home)/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Machine();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline, 1000)]
    private static partial Regex Namespace();
}
