using RiskEngine.Abstractions.Prices;

namespace RiskEngine.Abstractions.Tests.Prices;

public sealed class PriceHistoryTests
{
    private static readonly DateOnly[] twoDays = [new(2026, 2, 5), new(2026, 2, 6)];

    [Test]
    public void A_close_is_found_by_instrument_and_date()
    {
        var history = new PriceHistory(
            twoDays,
            ["A", "B"],
            [
                [1, 2],
                [double.NaN, 4],
            ]
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(history.CloseOn("A", new DateOnly(2026, 2, 6)), Is.EqualTo(2));
            Assert.That(history.CloseOn("B", new DateOnly(2026, 2, 5)), Is.Null, "a gap");
            Assert.That(history.CloseOn("A", new DateOnly(2026, 2, 7)), Is.Null, "a date without a row");
            Assert.That(history.Contains("a"), Is.False, "ids are told apart by case");
        }
    }

    [Test]
    public void Later_changes_of_the_arrays_do_not_reach_it()
    {
        double[] prices = [1, 2];
        var history = new PriceHistory(twoDays, ["A"], [prices]);
        prices[1] = 99;
        Assert.That(history.PricesOf("A")[1], Is.EqualTo(2));
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(double.PositiveInfinity)]
    public void A_price_must_be_positive_and_finite(double price) =>
        Assert.That(
            () =>
                new PriceHistory(
                    twoDays,
                    ["A"],
                    [
                        [1, price],
                    ]
                ),
            Throws.ArgumentException.With.Message.Contains("'A' on 2026-02-06")
        );

    [Test]
    public void Dates_must_rise() =>
        Assert.That(
            () =>
                new PriceHistory(
                    [twoDays[1], twoDays[0]],
                    ["A"],
                    [
                        [1, 2],
                    ]
                ),
            Throws.ArgumentException.With.Message.Contains("2026-02-05 after 2026-02-06")
        );

    [Test]
    public void An_instrument_may_not_come_twice() =>
        Assert.That(
            () =>
                new PriceHistory(
                    twoDays,
                    ["A", "A"],
                    [
                        [1, 2],
                        [1, 2],
                    ]
                ),
            Throws.ArgumentException.With.Message.Contains("'A' twice")
        );

    [Test]
    public void Columns_are_as_long_as_the_dates() =>
        Assert.That(
            () =>
                new PriceHistory(
                    twoDays,
                    ["A"],
                    [
                        [1],
                    ]
                ),
            Throws.ArgumentException.With.Message.Contains("Expected 2 prices of 'A'")
        );

    [Test]
    public void An_unknown_instrument_is_named() =>
        Assert.That(
            () =>
                new PriceHistory(
                    twoDays,
                    ["A"],
                    [
                        [1, 2],
                    ]
                ).PricesOf("Z"),
            Throws.ArgumentException.With.Message.Contains("'Z'")
        );
}
