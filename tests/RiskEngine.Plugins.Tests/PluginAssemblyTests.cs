using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Time;
using RiskEngine.Simulation.Processes;
using Parameter = RiskEngine.Abstractions.Parameters.Parameter;

namespace RiskEngine.Plugins.Tests;

public sealed class PluginAssemblyTests
{
    [Test]
    public void A_library_gives_its_kinds_from_disk()
    {
        var (kinds, findings) = CodeFolder.Load(CodeFolder.SamplePlugin);

        Assert.That(findings, Is.Empty);
        Assert.That(kinds.Select(k => k.Name), Is.EqualTo(new[] { "capped-reversion", "plain-brownian" }));
    }

    // 37 paths: no whole number of vectors, so that both of its loops run.
    [Test]
    public void The_library_s_geometric_Brownian_motion_moves_as_the_built_in_one([Values] bool uncertain)
    {
        const int paths = 37;
        var grid = new TimeGrid([new(2026, 1, 1), new(2026, 2, 1), new(2026, 5, 1)]);
        var factor = Factors.Brownian("f", 0.3, drift: 0.05, start: 2);
        if (uncertain)
        {
            factor = factor with
            {
                Parameters = new Dictionary<string, Parameter>(factor.Parameters) { ["volatility"] = new Uniform(0.2, 0.4) },
            };
        }

        float[] normals = [.. Enumerable.Range(0, paths).Select(i => (i - 18) / 9f)];
        var (built, own) = (
            Moved(new GeometricBrownian()),
            Moved(CodeFolder.Load(CodeFolder.SamplePlugin).Kinds.Single(k => k.Name == "plain-brownian"))
        );
        Assert.That(own, Is.EqualTo(built).Within(1e-14));

        double[] Moved(FactorKind kind)
        {
            var process = kind.Create(factor, grid);
            var x = new double[paths];
            double[] parameters =
            [
                .. Enumerable.Repeat(2.0, paths),
                .. Enumerable.Repeat(0.05, paths),
                .. Enumerable.Range(0, paths).Select(i => uncertain ? 0.2 + 0.005 * i : 0.3),
            ];
            var block = new FactorBlock(x, parameters, new double[process.StateCount * paths]);
            process.Start(block);
            for (var step = 0; step < grid.StepCount; step++)
                process.Step(step, normals, block);
            return x;
        }
    }

    [Test]
    public void What_would_run_is_told_with_its_hash_before_anything_runs()
    {
        var found = new DiagnosticBag();

        var plugin = PluginAssembly.Read(CodeFolder.SamplePlugin, "own.dll", found)!;

        var hash = System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(CodeFolder.SamplePlugin));
        Assert.That(plugin.Files.Select(f => (f.Name, f.Sha256)), Is.EqualTo(new[] { ("own.dll", Convert.ToHexStringLower(hash)) }));
    }

    [Test]
    public void A_missing_file_is_a_finding()
    {
        using var folder = new CodeFolder();

        Assert.That(CodeFolder.Load(folder.PathOf("none.dll")).Findings, Is.EqualTo(new[] { "own.dll: error: the file does not exist" }));
    }

    [Test]
    public void A_file_that_is_far_too_large_is_not_read()
    {
        using var folder = new CodeFolder();
        using (var stream = File.Create(folder.PathOf("large.dll")))
            stream.SetLength((1L << 31) + 1); // sparse: takes no space where the file system can do that

        Assert.That(
            CodeFolder.Load(folder.PathOf("large.dll")).Findings,
            Is.EqualTo(new[] { "own.dll: error: the file has 2147483649 bytes; at most 67108864 are read" })
        );
    }

    [Test]
    public void A_file_that_is_no_assembly_is_a_finding()
    {
        using var folder = new CodeFolder();

        var (_, findings) = CodeFolder.Load(folder.Write("text.dll", "MZ, or so it says"));

        Assert.That(findings, Is.EqualTo(new[] { "own.dll:1:1: error: expected a .NET assembly, found another kind of file" }));
    }

    [Test]
    public void A_library_without_kinds_is_a_finding()
    {
        using var folder = new CodeFolder();
        var contract = typeof(FactorKind).Assembly.GetName();

        Assert.That(
            CodeFolder.Load(Library(folder, (contract.Name!, contract.Version!))).Findings,
            Has.Exactly(1).Contains("that derives from FactorKind, found none")
        );
        Assert.That(CodeFolder.Load(Library(folder)).Findings, Has.Exactly(1).Contains("found an assembly without factor kinds"));
    }

    [Test]
    public void A_library_built_against_another_version_is_a_finding()
    {
        using var folder = new CodeFolder();

        var (_, findings) = CodeFolder.Load(Library(folder, ("RiskEngine.Abstractions", new Version(9, 0, 0, 0))));

        Assert.That(findings, Has.Exactly(1).Contains("was built against RiskEngine.Abstractions 9.0.0.0; expected "));
    }

    [Test]
    public void A_library_that_reaches_into_the_engine_is_refused()
    {
        using var folder = new CodeFolder();
        var contract = typeof(FactorKind).Assembly.GetName();

        var (_, findings) = CodeFolder.Load(
            Library(folder, (contract.Name!, contract.Version!), ("RiskEngine.Numerics", contract.Version!))
        );

        Assert.That(
            findings,
            Has.Exactly(1).Contains("references RiskEngine.Numerics; expected a plug-in that references RiskEngine.Abstractions alone")
        );
    }

    [Test]
    public void Libraries_beside_it_are_part_of_what_would_run_and_missing_ones_are_named()
    {
        using var folder = new CodeFolder();
        var contract = typeof(FactorKind).Assembly.GetName();
        var main = Library(folder, (contract.Name!, contract.Version!), ("Side", new Version(1, 0, 0, 0)));
        Assert.That(
            CodeFolder.Load(main).Findings,
            Has.Exactly(1).Contains("'Own' needs the library 'Side', which does not lie beside it")
        );

        Library(folder, "Side");
        var found = new DiagnosticBag();
        var plugin = PluginAssembly.Read(folder.PathOf("Own.dll"), "plugins/Own.dll", found)!;

        Assert.That(found.Sorted(), Is.Empty);
        Assert.That(plugin.Files.Select(f => f.Name), Is.EqualTo(new[] { "plugins/Own.dll", "plugins/Side.dll" }));
    }

    private static string Library(CodeFolder folder, params (string Name, Version Version)[] references) =>
        Library(folder, "Own", references);

    /// <summary>An assembly without types, written by hand, that references others.</summary>
    private static string Library(CodeFolder folder, string name, params (string Name, Version Version)[] references)
    {
        var metadata = new MetadataBuilder();
        metadata.AddModule(
            0,
            metadata.GetOrAddString($"{name}.dll"),
            metadata.GetOrAddGuid(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)),
            default,
            default
        );
        metadata.AddAssembly(metadata.GetOrAddString(name), new Version(1, 0, 0, 0), default, default, 0, AssemblyHashAlgorithm.None);
        foreach (var reference in references)
            metadata.AddAssemblyReference(metadata.GetOrAddString(reference.Name), reference.Version, default, default, 0, default);
        metadata.AddTypeDefinition(
            default,
            default,
            metadata.GetOrAddString("<Module>"),
            default,
            MetadataTokens.FieldDefinitionHandle(1),
            MetadataTokens.MethodDefinitionHandle(1)
        );
        var image = new BlobBuilder();
        new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(metadata), new BlobBuilder()).Serialize(image);
        File.WriteAllBytes(folder.PathOf($"{name}.dll"), image.ToArray());
        return folder.PathOf($"{name}.dll");
    }
}
