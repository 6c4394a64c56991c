using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace RiskEngine.Tests.Architecture;

/// <summary>
/// The same input gives the same output: no clock, no ambient randomness and no console but in the command line program. Read from what
/// the compiled assemblies refer to, so that neither an alias nor a comment can fool it.
/// </summary>
public sealed class PurityTests
{
    private static readonly string[] clock =
    [
        "System.DateTime.get_Now",
        "System.DateTime.get_UtcNow",
        "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow",
        "System.TimeProvider.get_System",
        "System.Environment.get_TickCount",
        "System.Environment.get_TickCount64",
        "System.Diagnostics.Stopwatch.*",
        "System.Threading.Timer.*",
    ];

    private static readonly string[] randomness =
    [
        "System.Random.*",
        "System.Guid.NewGuid",
        "System.Guid.CreateVersion7",
        "System.Security.Cryptography.RandomNumberGenerator.*",
        "System.IO.Path.GetRandomFileName",
        "System.IO.Path.GetTempFileName",
        "System.IO.Directory.CreateTempSubdirectory",
        "MathNet.Numerics.Random.*",
        "MathNet.Numerics.Control.*",
    ];

    private static readonly string[] terminal = ["System.Console.*"];

    [TestCaseSource(typeof(Layout), nameof(Layout.Projects))]
    public void Nothing_reads_the_clock_but_the_command_line(string project) =>
        // the exception proves that the search finds something
        Assert.That(Uses(project, clock), project == "RiskEngine.Cli" ? Is.Not.Empty : Is.Empty);

    [TestCaseSource(typeof(Layout), nameof(Layout.Projects))]
    public void Nothing_draws_from_ambient_randomness_but_the_secret_of_a_server(string project)
    {
        string[] secret = project == "RiskEngine.Serving" ? ["System.Security.Cryptography.RandomNumberGenerator.GetHexString"] : [];

        Assert.That(Uses(project, randomness), Is.EqualTo(secret));
    }

    [TestCaseSource(typeof(Layout), nameof(Layout.Projects))]
    public void Nothing_writes_to_the_console_but_the_command_line(string project) =>
        Assert.That(Uses(project, terminal), project == "RiskEngine.Cli" ? Is.Not.Empty : Is.Empty);

    /// <summary>
    /// The members among <paramref name="banned"/> (<c>Type.*</c> is all of a type or namespace) that the assembly refers to.
    /// </summary>
    private static IEnumerable<string> Uses(string project, string[] banned)
    {
        using var file = new PEReader(File.OpenRead(Layout.AssemblyPathOf(project)));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata
                .MemberReferences.Select(handle => metadata.GetMemberReference(handle))
                .Where(member => member.Parent.Kind == HandleKind.TypeReference)
                .Select(member => $"{NameOf(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}")
                .Where(name =>
                    banned.Any(ban =>
                        ban.EndsWith(".*", StringComparison.Ordinal) ? name.StartsWith(ban[..^1], StringComparison.Ordinal) : name == ban
                    )
                )
                .Distinct(),
        ];
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
