using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Securities;
using RiskEngine.Importing.Securities;

namespace RiskEngine.Importing.Tests.Securities;

public sealed class SecurityReaderTests
{
    [Test]
    public void Name_symbol_and_sector_are_enough()
    {
        var security = Read("symbols,name,sector\n6861.T,Keyence,technology\n", out _).Single();
        Assert.Multiple(() =>
        {
            Assert.That(security.Id, Is.EqualTo("6861.t"));
            Assert.That(security.Kind, Is.EqualTo(SecurityKind.Equity));
            Assert.That((security.Country, security.Currency, security.Sector), Is.EqualTo(("JP", "JPY", "technology")));
        });
    }

    [Test]
    public void Later_rows_of_a_user_are_found_before_the_shipped_ones()
    {
        var mine = Read("id,name,symbols,sector\nmy-nvda,My NVIDIA,NVDA,technology\n", out _);
        var list = new SecurityList([.. ShippedSecurities.Read(), .. mine]);
        Assert.That(list.FindCode("NVDA")?.Id, Is.EqualTo("my-nvda"));
    }

    [Test]
    public void National_code_is_read_off_an_isin()
    {
        var securities = Read("id,name,isin\na,Apple,US0378331005\nb,BAE,GB0002634946\nc,SAP,DE0007164600\n", out _);
        Assert.That(
            securities.Select(s => (s.Cusip, s.Sedol, s.Wkn)),
            Is.EqualTo(new[] { ("037833100", "", ""), ("", "0263494", ""), ("", "", "716460") })
        );
    }

    [TestCase("id,name,isin\na,Apple,US0378331004\n", "isin: expected an ISIN", 2)]
    [TestCase("id,name,kind\na,Apple,shares\n", "kind: expected equity, fund", 2)]
    [TestCase("id,name,size\na,Apple,giant\n", "size: expected mega", 2)]
    [TestCase("id,name\nA b,Apple\n", "id: expected lower-case words", 2)]
    [TestCase("id,name\na,\n", "name: expected a name", 2)]
    [TestCase("id,name\na,Apple,x\n", "expected 2 cells as in the header, found 3", 2)]
    [TestCase("id,name,symbols\na,Apple,AAPL\nb,Bapple,AAPL\n", "the code 'AAPL' stands in line 2 already", 3)]
    [TestCase("id,name,colour\na,Apple,red\n", "found 'colour'", 1)]
    [TestCase("name,sector\nApple,technology\n", "expected the column 'name' and one of", 1)]
    [TestCase("", "found an empty file", 1)]
    [TestCase("id,name,listed\na,Apple,2026-31-01\n", "listed: expected a date", 2)]
    public void Mistake_is_named_with_its_line(string text, string message, int line)
    {
        Read(text, out var diagnostics);
        Assert.That(
            diagnostics.Sorted().Select(d => (d.Severity, d.Location.Line, d.Message)),
            Has.Some.Matches<(Severity, int, string)>(d => d.Item1 == Severity.Error && d.Item2 == line && d.Item3.Contains(message))
        );
    }

    private static IReadOnlyList<Security> Read(string text, out DiagnosticBag diagnostics)
    {
        diagnostics = new DiagnosticBag();
        return SecurityReader.Read(text, "securities.csv", diagnostics);
    }
}
