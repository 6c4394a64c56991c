using FsCheck.Fluent;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Csv;

namespace RiskEngine.Loading.Tests.Csv;

internal sealed class PortfolioCsvTests
{
    private const string Header = "instrument,quantity,price,currency\n";

    private DiagnosticBag bag = new();

    [SetUp]
    public void Start() => bag = new DiagnosticBag();

    [Test]
    public void Columns_may_stand_in_any_order_and_case()
    {
        var rows = Read("Currency,PRICE,Name,Instrument,quantity\nUSD,180.5,\"NVIDIA <b>Corp</b>, common\",NVDA,10\n")!;
        Assert.That(
            rows,
            Is.EqualTo([new PortfolioRow("nvda", 10, 180.5, "NVIDIA <b>Corp</b>, common", new SourceLocation("p.csv", 2, 1))])
        );
        Assert.That(Findings(), Is.Empty);
    }

    [TestCase(';')]
    [TestCase('\t')]
    [TestCase(',')]
    public void The_delimiter_is_detected(char delimiter)
    {
        var rows = Read("instrument,quantity,price,currency\r\nnvda,10,180,USD\r\namd,5,90,USD\r\n".Replace(',', delimiter))!;
        Assert.That(
            rows.Select(r => (r.Instrument, r.Quantity, r.Price, r.Location.Line)),
            Is.EqualTo([("nvda", 10.0, 180.0, 2), ("amd", 5.0, 90.0, 3)])
        );
    }

    [Test]
    public void Excels_separator_line_is_understood()
    {
        var rows = Read("sep=;\ninstrument;quantity;price;currency\nnvda;10;180;USD\n")!;
        Assert.That(rows.Single().Location, Is.EqualTo(new SourceLocation("p.csv", 3, 1)));
    }

    [Test]
    public void Thousands_separators_are_read_with_a_notice()
    {
        var rows = Read("instrument;quantity;price;currency\nnvda;1.000,0;1'234.50;USD\n")!;
        Assert.That(rows.Single() is { Quantity: 1000, Price: 1234.5 });
        Assert.That(
            Findings(),
            Is.EqualTo([
                "p.csv:2:6: notice: quantity: '1.000,0' was read as 1000",
                "p.csv:2:14: notice: price: '1'234.50' was read as 1234.5",
            ])
        );
    }

    [Test]
    public void An_ambiguous_number_says_both_readings()
    {
        Assert.That(Read(Header + "nvda,\"1,234\",5,USD\n"), Is.Null);
        Assert.That(
            Findings(),
            Is.EqualTo([
                "p.csv:2:6: error: quantity: expected a number other than 0, found '1,234', which may mean 1234 or 1.234: "
                    + "write 1234 or 1.234",
            ])
        );
    }

    [Test]
    public void A_point_is_ambiguous_where_others_have_a_decimal_comma()
    {
        Assert.That(Read("instrument;quantity;price;currency\nnvda;10;12,5;USD\namd;1.234;5;USD\n"), Is.Null);
        Assert.That(
            Errors(),
            Is.EqualTo([
                "p.csv:3:5: error: quantity: expected a number other than 0, found '1.234', which may mean 1234, for other numbers in this "
                    + "file have a decimal comma",
            ])
        );
    }

    [Test]
    public void All_errors_of_a_file_come_out_at_once()
    {
        var text =
            Header + "nvda,--5,180,USD\nnvdia,1,1,USD\namd,0,x,eur\n\nintel,1,2\nmsft,1,1,USD,9\nmsft,1,1,USD\nmsft,2,1,USD\n,1,1,USD\n";
        Assert.That(Read(text), Is.Null);
        Assert.That(
            Findings(),
            Is.EqualTo([
                "p.csv:2:6: error: quantity: expected a number other than 0, found '--5'",
                "p.csv:3:1: error: instrument: unknown instrument 'nvdia' (did you mean 'nvda'?)",
                "p.csv:4:5: error: quantity: expected a number other than 0, found '0'",
                "p.csv:4:7: error: price: expected a number above 0, found 'x'",
                "p.csv:4:9: error: currency: expected USD, the scenario's currency, found 'eur'; what is quoted in another one is "
                    + "priced by the "
                    + "kind 'foreign'",
                "p.csv:6:1: error: expected 4 cells as in the header, found 3",
                "p.csv:7:1: error: expected 4 cells as in the header, found 5 (a number with a comma in it stands in quotes)",
                "p.csv:9:1: error: duplicate instrument 'msft' (first at line 8): add the two up in one row",
                "p.csv:10:1: error: instrument: expected the id of an instrument, found nothing",
            ])
        );
    }

    [Test]
    public void Columns_of_the_broker_that_are_not_used_are_noticed()
    {
        Assert.That(Read("instrument,isin,quantity,price,currency\nnvda,US67066G1040,1,180,USD\n"), Has.Count.EqualTo(1));
        Assert.That(Findings(), Is.EqualTo(["p.csv:1:12: notice: the column 'isin' is not used"]));
    }

    [Test]
    public void Missing_and_double_columns_are_told_together()
    {
        Assert.That(Read("instrument,quantity,quantity,prices\nnvda,1,1,2\n"), Is.Null);
        Assert.That(
            Findings(),
            Is.EqualTo([
                "p.csv:1:1: error: the column 'currency' is missing: expected instrument, quantity, price, currency, found "
                    + "'instrument', 'quantity', 'quantity', 'prices'",
                "p.csv:1:1: error: the column 'price' is missing ('prices' is near: rename it): expected instrument, quantity, price, "
                    + "currency, found 'instrument', 'quantity', 'quantity', 'prices'",
                "p.csv:1:21: error: the column 'quantity' stands twice",
            ])
        );
    }

    [TestCase("", "the file is empty: expected a header (instrument, quantity, price, currency) and positions")]
    [TestCase("\n \n", "the file is empty: expected a header (instrument, quantity, price, currency) and positions")]
    [TestCase(Header, "the portfolio has no positions: expected at least one row below the header")]
    public void An_empty_portfolio_is_refused(string text, string message)
    {
        Assert.That(Read(text), Is.Null);
        Assert.That(Findings(), Is.EqualTo([$"p.csv:1:1: error: {message}"]));
    }

    [Test]
    public void A_quote_that_never_closes_is_told()
    {
        Assert.That(Read(Header + "nvda,\"1,2,USD\namd,1,1,USD\n"), Is.Null);
        Assert.That(Findings(), Is.EqualTo(["p.csv:2:1: error: a quote (\") that opens in this row is never closed"]));
    }

    [Test]
    public void A_line_break_inside_quotes_keeps_the_lines_right()
    {
        Read("instrument,name,quantity,price,currency\nnvda,\"two\nlines\",1,1,us\namd,x,1,1,us\n");
        Assert.That(Errors().Select(e => e.Split(' ')[0]), Is.EqualTo(["p.csv:3:12:", "p.csv:4:11:"]));
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public FsCheck.Property No_text_whatever_escapes_as_an_exception() =>
        Prop.ForAll<string?>(text =>
        {
            bag = new DiagnosticBag();
            return Read(text ?? "") is not null || bag.HasErrors;
        });

    private IReadOnlyList<PortfolioRow>? Read(string text)
    {
        var instruments = new IdSet("instrument");
        foreach (var id in new[] { "nvda", "amd", "intel", "msft" })
            instruments.Declare(id, new SourceLocation("market.yaml", 1, 1), bag);
        return new PortfolioCsv("p.csv", instruments, "USD", bag).Read(text);
    }

    private string[] Findings() => [.. bag.Sorted().Select(d => d.ToString())];

    private string[] Errors() => [.. bag.Sorted().Where(d => d.Severity == Severity.Error).Select(d => d.ToString())];
}
