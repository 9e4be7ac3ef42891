using System.Text;
using IvrAutomat.Language;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Prompts;

namespace IvrAutomat.Web.Tests.Prompts;

/// <summary>A real folder of prompt files, gone after the test.</summary>
internal sealed class PromptFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("prompts-").FullName;

    public string FullName(string file) => System.IO.Path.Combine(Path, file);

    public PromptFolder With(string file, string content) => With(file, Encoding.UTF8.GetBytes(content));

    public PromptFolder With(string file, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(FullName(file))!);
        File.WriteAllBytes(FullName(file), content);
        return this;
    }

    public PromptFiles Files(params PromptContract[] contracts) => new(Path, [Czech.Instance], contracts);

    public PromptSet Read(params PromptContract[] contracts) => Files(contracts).Read();

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
