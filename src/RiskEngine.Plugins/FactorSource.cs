using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Plugins.Checking;
using RiskEngine.Plugins.Loading;

namespace RiskEngine.Plugins;

/// <summary>
/// One C# file with factor kinds, compiled when it is loaded: optimised, nullable, without unsafe code, against the .NET runtime and
/// RiskEngine.Abstractions alone, with the namespaces System, System.Collections.Generic and System.Linq in use as in new projects.
/// </summary>
public sealed class FactorSource : FactorCode
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.Linq;";

    private static readonly PortableExecutableReference[] references =
    [
        .. Framework.Assemblies.Values.Append(typeof(FactorKind).Assembly.Location).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private FactorSource(CodeFile file)
        : base([file]) { }

    /// <summary>The place of what no single line is wrong about.</summary>
    private SourceLocation Whole => new(Name, 1, 1);

    /// <summary>Reads a file; null after an error. Compiles and runs nothing.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">The file as the user knows it.</param>
    /// <param name="diagnostics">Takes the error.</param>
    public static FactorSource? Read(string path, string name, DiagnosticBag diagnostics)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return CodeFile.Read(path, name, diagnostics) is { } file ? new FactorSource(file) : null;
    }

    /// <inheritdoc/>
    /// <remarks>What the compiler refuses becomes an error with file, line and column.</remarks>
    private protected override IReadOnlyList<FactorKind> LoadKinds(DiagnosticBag diagnostics, CodeRunner runner)
    {
        if (Files[0].Text() is { } text)
            return Compiled(text, diagnostics) is { } assembly ? KindFinder.Find(assembly, Whole, runner, diagnostics) : [];
        diagnostics.Error(Whole, "expected a text file in UTF-8, found other bytes: save it again as UTF-8");
        return [];
    }

    private Assembly? Compiled(string text, DiagnosticBag diagnostics)
    {
        try
        {
            return Compile(text, diagnostics);
        }
        catch (InsufficientExecutionStackException)
        {
            diagnostics.Error(Whole, "expected code that the compiler can read, found expressions nested too deeply for it");
            return null;
        }
    }

    private Assembly? Compile(string text, DiagnosticBag diagnostics)
    {
        var language = new CSharpParseOptions(LanguageVersion.Latest);
        var source = CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), language, Name);
        var compilation = CSharpCompilation.Create(
            $"RiskEngine.Factors.{Path.GetFileNameWithoutExtension(Name)}",
            [source, CSharpSyntaxTree.ParseText(SourceText.From(ImplicitUsings, Encoding.UTF8), language)],
            references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                allowUnsafe: false,
                deterministic: true,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        using var code = new MemoryStream();
        using var lines = new MemoryStream(); // so that what it throws names its line
        // What cannot be parsed is not bound: its errors would only be followed by others, and thousands of broken members take minutes.
        var found = source.GetDiagnostics().ToArray();
        if (!found.Any(d => d.Severity == DiagnosticSeverity.Error))
        {
            var options = new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb);
            found = [.. compilation.Emit(code, lines, options: options).Diagnostics];
        }

        var errors = found.Where(d => d.Severity == DiagnosticSeverity.Error).ToArray();
        foreach (var error in errors)
        {
            var start = error.Location.GetLineSpan().StartLinePosition;
            var at = error.Location.IsInSource ? new SourceLocation(Name, start.Line + 1, start.Character + 1) : Whole;
            diagnostics.Error(at, $"{error.GetMessage().TrimEnd('.')} ({error.Id})");
        }

        if (errors.Length > 0)
            return null;
        code.Position = lines.Position = 0;
        return new PluginContext(Name, new Dictionary<string, byte[]>()).LoadFromStream(code, lines);
    }
}
