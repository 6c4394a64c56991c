using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Importing.Formats;

namespace RiskEngine.Importing.Tests.Formats;

/// <summary>What the README says of formats and samples is what there is.</summary>
public sealed class ShippedFormatTests
{
    private static readonly IReadOnlyList<Format> all = FormatCatalogue.Load(null, new DiagnosticBag())!.All;

    [Test]
    public void Every_format_says_what_confirmed_its_headings() =>
        Assert.That(all.Where(f => f.Confirmed.Length == 0).Select(f => f.Id), Is.Empty);

    [Test]
    public void Every_format_stands_in_the_README()
    {
        var readme = Readme();
        Assert.That(all.Select(f => f.Id).Where(id => !readme.Contains($"`{id}`") && !Part(id, readme)), Is.Empty);
    }

    [Test]
    public void Every_sample_of_positions_stands_in_the_README()
    {
        var readme = Readme();
        var samples = Directory.EnumerateFiles(Sample.PathOf("positions")).Select(f => Path.GetFileName(f));
        Assert.That(samples.Where(s => !readme.Contains($"`{s}`")), Is.Empty);
    }

    [Test]
    public void There_are_25_samples_of_positions_15_of_prices_and_10_defects() =>
        Assert.Multiple(() =>
        {
            Assert.That(Directory.GetFiles(Sample.PathOf("positions")), Has.Length.GreaterThanOrEqualTo(25));
            Assert.That(Directory.GetFiles(Sample.PathOf("prices")), Has.Length.GreaterThanOrEqualTo(15));
            Assert.That(Directory.GetFiles(Sample.PathOf("defects")), Has.Length.GreaterThanOrEqualTo(10));
        });

    [Test]
    public void A_format_of_the_user_comes_before_those_that_ship()
    {
        var folder = Directory.CreateTempSubdirectory("riskengine-formats-").FullName;
        File.WriteAllText(
            Path.Combine(folder, "mine.yaml"),
            "name: Mine\nrecognise: [Symbol | Ticker, Quantity]\ncolumns: { price: [Price Paid $] }\ncurrency: USD\n"
        );
        var formats = FormatCatalogue.Load(folder, new DiagnosticBag())!;
        Directory.Delete(folder, recursive: true);

        var import = new RiskEngine.Importing.Positions.PositionImporter(Sample.Options() with { Formats = formats }).Read(
            [Sample.Text("a.csv", "Symbol,Last Price $,Quantity,Price Paid $,Value $\nAAPL,200.00,2,150.00,300.00\n")],
            new DiagnosticBag()
        );

        Assert.That(import!.Formats, Is.EqualTo(new[] { "Mine" }));
        Assert.That(import.ValueIn("USD"), Is.EqualTo(300)); // 2 at what was paid, as the user's format says
    }

    [Test]
    public void A_text_is_read_by_groups_that_are_named_as_roles()
    {
        var folder = Directory.CreateTempSubdirectory("riskengine-formats-").FullName;
        var found = new DiagnosticBag();
        File.WriteAllText(
            Path.Combine(folder, "mine.yaml"),
            "name: Mine\nrecognise: [Event]\ntext:\n  - { column: Event, matches: \"(?<units>[0-9]+) pieces\" }\n"
        );
        var formats = FormatCatalogue.Load(folder, found);
        Directory.Delete(folder, recursive: true);

        Assert.That(formats, Is.Null);
        Assert.That(found.Sorted().Single().ToString(), Does.Contain("expected groups named account, symbol,").And.Contain("found units"));
    }

    // A row of an unknown kind is refused where it names a security, and left aside, with an account, where it does not.
    [TestCase("Voucher", ",", "Voucher: no security: no change of what is held")]
    [TestCase("Voucher", "AAPL,Apple", null)]
    public void An_unknown_kind_without_a_security_moves_none(string kind, string security, string? reason)
    {
        var found = new DiagnosticBag();
        var import = new RiskEngine.Importing.Positions.PositionImporter(Sample.Options()).Read(
            [
                Sample.Text(
                    "a.csv",
                    "Date,Action,Symbol,Name,Quantity,Price,Currency\n2026-01-05,Buy,AAPL,Apple,3,200,USD\n"
                        + $"2026-01-06,{kind},{security},1,50,USD\n"
                ),
            ],
            found
        );

        if (reason is null)
            Assert.That(found.Sorted().Select(d => d.Message), Has.Some.Contains("unknown kind of transaction 'Voucher'"));
        else
            Assert.That(import!.Rows.Select(r => r.Reason), Has.Member(reason));
    }

    /// <summary>`portfolio-performance-transactions-de` is written `-transactions-de` behind its family.</summary>
    private static bool Part(string id, string readme)
    {
        var at = id.IndexOf('-', StringComparison.Ordinal);
        while (at > 0)
        {
            if (readme.Contains($"`{id[..at]}`") && readme.Contains($"`{id[at..]}`"))
                return true;
            at = id.IndexOf('-', at + 1);
        }

        return false;
    }

    private static string Readme()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "src", "RiskEngine.Importing", "README.md");
            if (File.Exists(path))
                return File.ReadAllText(path);
        }

        throw new FileNotFoundException("Expected src/RiskEngine.Importing/README.md above the tests.");
    }
}
