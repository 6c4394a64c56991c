using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Tests.Quantities;

/// <summary>Parts of a whole and growth in multiples; the values are what the words mean.</summary>
public sealed class FractionTests
{
    [TestCase("Costs will fall by a third.", 1.0 / 3)]
    [TestCase("We expect sales to rise by around a quarter.", 0.25)]
    [TestCase("Two-thirds of output will be exported.", 2.0 / 3)]
    [TestCase("Output falls by almost half.", 0.5)]
    [TestCase("产能将增长一倍。", 1.0)]
    [TestCase("用电量将增加约两倍。", 2.0)]
    public void They_are_percentages(string text, double value)
    {
        var found = QuantityScanner.Scan(InlineMarkup.Of(text, 0, text.Length)).Single();

        Assert.That(found.Kind, Is.EqualTo(QuantityKind.Percent));
        Assert.That(found.Value, Is.EqualTo(value).Within(1e-12));
    }

    [TestCase("A third bidder left a quarter ago.")]
    [TestCase("The half-year report is due.")]
    public void Ordinals_and_periods_are_none(string text) =>
        Assert.That(QuantityScanner.Scan(InlineMarkup.Of(text, 0, text.Length)).Where(q => q.Kind == QuantityKind.Percent), Is.Empty);

    [TestCase("装机规模达到4亿千瓦。", 400, "GW")]
    [TestCase("用电量达到945太瓦时。", 945_000, "GWh")]
    [TestCase("价格跌破每千瓦时500元。", 500, "CNY/kWh")]
    public void Chinese_units_of_energy_are_known(string text, double value, string unit)
    {
        var found = QuantityScanner.Scan(InlineMarkup.Of(text, 0, text.Length)).Single();

        Assert.That(found.Value, Is.EqualTo(value));
        Assert.That(found.Unit, Is.EqualTo(unit));
    }
}
