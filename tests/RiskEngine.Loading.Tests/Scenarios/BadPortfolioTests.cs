namespace RiskEngine.Loading.Tests.Scenarios;

/// <summary>Bad portfolios are told at their cell, and those that brokers write are read.</summary>
internal sealed class BadPortfolioTests : BadInputs
{
    [TestCase("", "portfolios/core.csv:1:1: the file is empty: expected a header (instrument, quantity, price, currency) and positions")]
    [TestCase(
        "instrument,quantity,price,currency\n",
        "portfolios/core.csv:1:1: the portfolio has no positions: expected at least one row below the header"
    )]
    [TestCase(
        "instrument,quantity,price,currency\nalhpa,1,1,USD\n",
        "portfolios/core.csv:2:1: instrument: unknown instrument 'alhpa' (did you mean 'alpha'?)"
    )]
    [TestCase(
        "instrument,quantity,price,currency\nalpha,1,1,EUR\n",
        "portfolios/core.csv:2:11: currency: expected USD, the scenario's currency, found 'EUR'; what is quoted in another one is "
            + "priced by "
            + "the kind 'foreign'"
    )]
    [TestCase(
        "instrument,quantity,price,currency\nalpha,1e300,1,USD\n",
        "portfolios/core.csv:2:7: quantity: expected a number other than 0, found '1e300' (numbers are at most 1E+18 in size)"
    )]
    [TestCase(
        "instrument,quantity,price,currency\nalpha,1e-200,1e-200,USD\n",
        "portfolios/core.csv:2:1: expected a position whose quantity times price is not 0, found 1E-200 times 1E-200, which is too "
            + "small for a number"
    )]
    [TestCase(
        "instrument,quantity,currency\nalpha,1,USD\n",
        "portfolios/core.csv:1:1: the column 'price' is missing: expected instrument, quantity, price, currency, found 'instrument', "
            + "'quantity', 'currency'"
    )]
    [TestCase(
        "instrument,quantity,price,currency\nalpha,\"1,234\",1,USD\n",
        "portfolios/core.csv:2:7: quantity: expected a number other than 0, found '1,234', which may mean 1234 or 1.234: "
            + "write 1234 or 1.234"
    )]
    public void A_bad_portfolio_is_told(string text, string error) =>
        Assert.That(tiny.WithFile("portfolios/core.csv", text).Errors(), Is.EqualTo([error]));

    [TestCase("\uFEFFinstrument,quantity,price,currency\nalpha,1000,2.5,USD\n")]
    [TestCase("instrument;quantity;price;currency\r\nalpha;1000;2,5;USD\r\n")]
    [TestCase("instrument,quantity,price,currency\nalpha,\"1,000.0\",2.5,USD\n")]
    public void A_portfolio_as_brokers_write_it_is_read(string text)
    {
        var portfolio = tiny.WithFile("portfolios/core.csv", text).Read().Scenario!.Base.Model.Portfolios[0];
        Assert.That(portfolio.Value, Is.EqualTo(2500));
    }
}
