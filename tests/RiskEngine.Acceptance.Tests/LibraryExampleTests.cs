using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RiskEngine.Acceptance.Tests;

/// <summary>The programs of README.md that use the engine as a library: read from the page, compiled, and run.</summary>
[TestFixture]
[NonParallelizable] // it stands in the checkout's folder and writes to the console, as the program does
public sealed class LibraryExampleTests
{
    private const string ImplicitUsings = "global using System; global using System.Linq; global using System.Collections.Generic;";

    [Test]
    public void The_program_that_loads_a_scenario_compiles_runs_and_prints_figures()
    {
        var lines = Run(Examples()[0]);
        Assert.That(lines, Has.Some.StartsWith("insured").And.Some.StartsWith("plain"));
        Assert.That(lines, Has.All.Match("%"));
    }

    [Test]
    public void The_program_that_makes_a_scenario_compiles_runs_and_prints_figures()
    {
        var lines = Run(Examples()[1]);
        Assert.That(lines, Has.Some.StartsWith("mean").And.Some.StartsWith("es95"));
        Assert.That(lines, Has.All.Match("%"));
    }

    [Test]
    public void No_program_is_longer_than_ten_lines() =>
        Assert.That(Examples().Select(e => e.Split('\n').Count(line => line.Trim().Length > 0)), Has.All.LessThanOrEqualTo(10));

    /// <summary>The blocks of C# of the page.</summary>
    private static string[] Examples()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");
        return [.. page.Split("```csharp\n").Skip(1).Select(block => block.Split("```")[0])];
    }

    /// <summary>What a program prints, line by line.</summary>
    private static string[] Run(string program)
    {
        var compiled = Compiled(program);
        var (folder, console) = (Directory.GetCurrentDirectory(), Console.Out);
        using var output = new StringWriter();
        try
        {
            Directory.SetCurrentDirectory(Repository.Root);
            Console.SetOut(output);
            compiled.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
            Directory.SetCurrentDirectory(folder);
        }

        return output.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n');
    }

    private static Assembly Compiled(string program)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Concat(Directory.GetFiles(AppContext.BaseDirectory, "RiskEngine*.dll"))
            .DistinctBy(Path.GetFileName)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "ReadmeProgram",
            [CSharpSyntaxTree.ParseText(ImplicitUsings), CSharpSyntaxTree.ParseText(program)],
            references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication)
        );
        using var image = new MemoryStream();
        var made = compilation.Emit(image);
        Assert.That(made.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString()), Is.Empty);
        return Assembly.Load(image.ToArray());
    }
}
