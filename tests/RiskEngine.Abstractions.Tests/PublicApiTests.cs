using System.Runtime.CompilerServices;
using RiskEngine.Abstractions.Factors;

namespace RiskEngine.Abstractions.Tests;

/// <summary>Plug-ins are built against this assembly: what it shows to them changes only on purpose.</summary>
public sealed class PublicApiTests
{
    private const string Approved = "PublicApi.approved.txt";

    [Test]
    public void What_plug_ins_see_is_what_was_approved()
    {
        var found = PublicApi.Of(typeof(FactorKind).Assembly);
        var file = Path.Combine(Folder(), Approved);
        var approved = File.Exists(file) ? File.ReadAllLines(file) : [];
        if (found.SequenceEqual(approved))
            return;

        var received = Path.Combine(TestContext.CurrentContext.WorkDirectory, "PublicApi.received.txt");
        File.WriteAllText(received, string.Join('\n', found) + '\n');
        string[] lines =
        [
            $"The public API is not what {Approved} says.",
            .. found.Except(approved).Select(line => $"  new:  {line}"),
            .. approved.Except(found).Select(line => $"  gone: {line}"),
            "A line that is gone breaks plug-ins: raise the minor version in Directory.Build.props with it.",
            $"To approve: cp '{received}' '{file}'",
        ];
        Assert.Fail(string.Join('\n', lines));
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
