using RiskEngine.Importing.Formats;

namespace RiskEngine.Importing.Tests.Formats;

public sealed class HeadingTests
{
    [Test]
    public void A_currency_and_what_stands_in_parentheses_may_be_left_aside()
    {
        Assert.That(Heading.Forms("Wert in EUR"), Is.EqualTo(new[] { ("wert in eur", ""), ("wert", "EUR") }));
        Assert.That(Heading.Forms("Price (last)").Select(f => f.Form), Is.EqualTo(new[] { "price (last)", "price", "last" }));
    }

    /// <summary>The pattern of currencies gives up at such a cell, after time that grows with the square of its length.</summary>
    [Test]
    public void A_cell_of_a_million_characters_has_one_form() =>
        Assert.That(Heading.Forms(new string('(', 1_000_000)).Count(), Is.EqualTo(1));
}
