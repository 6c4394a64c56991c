using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Importing.Formats;
using RiskEngine.Importing.Positions;
using RiskEngine.Importing.Text;

namespace RiskEngine.Importing.Tests.Positions;

/// <summary>Files beside the project, where there are some: values worked out by hand from what they hold.</summary>
public sealed class SharedInputTests
{
    [TestCase("ibkr-flex.csv", 27760.42 + 27478.77, 2, 0)]
    [TestCase("ibkr-activity.csv", 27760.42 + 27478.77, 2, 1)]
    [TestCase("fidelity.csv", 5214.33 + 27760.00 + 27478.80, 3, 1)]
    [TestCase("schwab.csv", 305360.00 + 27478.80 + 12345.67, 3, 0)]
    [TestCase("vanguard.csv", 5214.33 + 27760.42 + 27478.77, 3, 0)]
    [TestCase("trading212.csv", (6 * 239.78) + (5.5 * 560.1), 2, 0)]
    [TestCase("pp-de.csv", 27760.00 + 27478.80, 2, 0)]
    [TestCase("degiro-nl.csv", 125.50 + 23490 + 23252, 3, 0)]
    [TestCase("futu-gbk.csv", 27760.00 + 27478.80, 2, 0)]
    [TestCase("ghostfolio.json", 18025.0, 1, 0)]
    public void A_file_beside_the_project_is_read_as_it_is(string name, double value, int holdings, int notHeld)
    {
        var path = SharedInputs.Find("positions", name);
        var found = new DiagnosticBag();
        var options = new ImportOptions { Formats = FormatCatalogue.Load(null, found)!, Currency = name == "pp-de.csv" ? "EUR" : null };

        var import = new PositionImporter(options).Read([OutsideFile.Read(path, name, found)!], found);

        Assert.That(import, Is.Not.Null, string.Join('\n', found.Sorted()));
        Assert.That(import!.Holdings, Has.Count.EqualTo(holdings));
        Assert.That(import.NotHeld, Has.Count.EqualTo(notHeld));
        Assert.That(import.Holdings.Sum(h => h.Value), Is.EqualTo(value).Within(0.005));
    }
}
