using RiskEngine.Serving.Access;

namespace RiskEngine.Serving.Tests.Access;

internal sealed class ContainedPathTests
{
    [TestCase("..")]
    [TestCase("a/../../b")]
    [TestCase("/etc/passwd")]
    [TestCase("")]
    [TestCase("a//b")]
    [TestCase("a\\..\\b")]
    [TestCase(".hidden")]
    [TestCase("c:/x")]
    [TestCase("a\0b")]
    public void What_is_no_plain_path_below_the_folder_is_refused(string address) =>
        Assert.That(ContainedPath.Of("/tmp/reports", address), Is.Null);

    [Test]
    public void A_plain_path_is_below_the_folder() =>
        Assert.That(ContainedPath.Of("/tmp/reports", "a/b.c/d"), Is.EqualTo(Path.GetFullPath("/tmp/reports/a/b.c/d")));

    [Test]
    public void A_link_leads_nowhere()
    {
        var folder = Directory.CreateTempSubdirectory("riskengine-").FullName;
        Directory.CreateSymbolicLink(Path.Combine(folder, "out"), Path.GetTempPath());

        Assert.That(ContainedPath.Of(folder, "out/x.txt"), Is.Null);
        Directory.Delete(folder, recursive: true);
    }
}
