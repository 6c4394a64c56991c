using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace RiskEngine.Tests.Architecture;

/// <summary>Data flows one way: no project knows another that the picture does not let it know.</summary>
public sealed class DependencyTests
{
    [Test]
    public void The_picture_holds_every_project_under_src()
    {
        var found = Directory.EnumerateDirectories(Path.Combine(Layout.Root, "src")).Select(Path.GetFileName);

        Assert.That(found, Is.EquivalentTo(Layout.Projects));
    }

    [TestCaseSource(typeof(Layout), nameof(Layout.Projects))]
    public void A_project_file_names_only_what_the_picture_allows(string project) =>
        Assert.That(Layout.ReferencesOf(project), Is.SubsetOf(Layout.Picture[project]));

    [TestCaseSource(typeof(Layout), nameof(Layout.Projects))]
    public void A_compiled_assembly_uses_only_what_the_picture_allows(string project)
    {
        using var file = new PEReader(File.OpenRead(Layout.AssemblyPathOf(project)));
        var metadata = file.GetMetadataReader();
        var used = metadata
            .AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .Where(name => name == "RiskEngine" || name.StartsWith("RiskEngine.", StringComparison.Ordinal));

        Assert.That(used, Is.SubsetOf(Layout.Picture[project]));
    }

    [Test]
    public void Following_the_picture_never_leads_back()
    {
        var placed = new HashSet<string>();
        while (Layout.Projects.FirstOrDefault(p => !placed.Contains(p) && placed.IsSupersetOf(Layout.Picture[p])) is { } next)
            placed.Add(next);

        Assert.That(placed, Is.EquivalentTo(Layout.Projects), "what is left over stands in a circle");
    }
}
