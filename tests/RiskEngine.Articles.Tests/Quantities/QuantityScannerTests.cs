using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Tests.Quantities;

/// <summary>Expected values are what the words mean, multiplied out by hand: 亿 is 10^8, 万 10^4.</summary>
public sealed class QuantityScannerTests
{
    [TestCase("市场规模达680亿美元", QuantityKind.Money, 68e9, 68e9, "USD")]
    [TestCase("约1.5万亿元", QuantityKind.Money, 1.5e12, 1.5e12, "CNY")]
    [TestCase("千亿美元级", QuantityKind.Money, 1e11, 1e11, "USD")]
    [TestCase("3百万美元", QuantityKind.Money, 3e6, 3e6, "USD")]
    [TestCase("數十億美元的大單", QuantityKind.Money, 2e9, 9e9, "USD")]
    [TestCase("$620亿", QuantityKind.Money, 62e9, 62e9, "USD")]
    [TestCase("US$1,300bn", QuantityKind.Money, 1.3e12, 1.3e12, "USD")]
    [TestCase("a $5 trillion company", QuantityKind.Money, 5e12, 5e12, "USD")]
    [TestCase("sales of $5bn to $7bn", QuantityKind.Money, 5e9, 7e9, "USD")]
    [TestCase("€250m", QuantityKind.Money, 250e6, 250e6, "EUR")]
    [TestCase("HK$48.5", QuantityKind.Money, 48.5, 48.5, "HKD")]
    [TestCase("每盎司4,800美元", QuantityKind.Money, 4800, 4800, "USD/oz")]
    [TestCase("$62 per kWh", QuantityKind.Money, 62, 62, "USD/kWh")]
    [TestCase("0.45元/Wh", QuantityKind.Money, 0.45, 0.45, "CNY/Wh")]
    [TestCase("several billion dollars", QuantityKind.Money, 2e9, 9e9, "USD")]
    [TestCase("占比52%", QuantityKind.Percent, 0.52, 0.52, "")]
    [TestCase("10-15%", QuantityKind.Percent, 0.10, 0.15, "")]
    [TestCase("升至六成", QuantityKind.Percent, 0.6, 0.6, "")]
    [TestCase("提高3.5个百分点", QuantityKind.Points, 0.035, 0.035, "")]
    [TestCase("25 basis points", QuantityKind.Points, 0.0025, 0.0025, "")]
    [TestCase("近三倍", QuantityKind.Multiple, 3, 3, "")]
    [TestCase("销量翻倍", QuantityKind.Multiple, 2, 2, "")]
    [TestCase("翻两番", QuantityKind.Multiple, 4, 4, "")]
    [TestCase("nearly three times", QuantityKind.Multiple, 3, 3, "")]
    [TestCase("sales doubled", QuantityKind.Multiple, 2, 2, "")]
    [TestCase("a 2.5x gain", QuantityKind.Multiple, 2.5, 2.5, "")]
    [TestCase("420GWh", QuantityKind.Amount, 420, 420, "GWh")]
    [TestCase("500 MWh", QuantityKind.Amount, 0.5, 0.5, "GWh")]
    [TestCase("5万台", QuantityKind.Amount, 5e4, 5e4, "units")]
    [TestCase("1.1 million units", QuantityKind.Amount, 1.1e6, 1.1e6, "units")]
    [TestCase("1,050噸", QuantityKind.Amount, 1050, 1050, "tonnes")]
    [TestCase("至少3家", QuantityKind.Amount, 3, 3, "companies")]
    public void A_quantity_is_multiplied_out_into_whole_units(string text, QuantityKind kind, double low, double high, string unit)
    {
        var found = QuantityScanner.Scan(Words(text));

        Assert.That(found, Has.Count.EqualTo(1));
        Assert.That(found[0].Kind, Is.EqualTo(kind));
        Assert.That(found[0].Low, Is.EqualTo(low).Within(1e-12 * Math.Abs(low)));
        Assert.That(found[0].High, Is.EqualTo(high).Within(1e-12 * Math.Abs(high)));
        Assert.That(found[0].Unit, Is.EqualTo(unit));
    }

    [TestCase("将突破1000亿美元", QuantityBound.AtLeast)]
    [TestCase("about 5%", QuantityBound.About)]
    [TestCase("近3倍", QuantityBound.About)]
    [TestCase("less than 1%", QuantityBound.AtMost)]
    [TestCase("3.6万亿美元以上", QuantityBound.AtLeast)]
    [TestCase("5%", QuantityBound.None)]
    public void Words_around_say_how_exactly_it_is_meant(string text, QuantityBound bound) =>
        Assert.That(QuantityScanner.Scan(Words(text)).Single().Bound, Is.EqualTo(bound));

    [TestCase("H100和B200")]
    [TestCase("GLM-4 ships")]
    [TestCase("TPU v5p")]
    public void Digits_within_a_name_are_no_quantity(string text) => Assert.That(QuantityScanner.Scan(Words(text)), Is.Empty);

    private static Prose Words(string text) => InlineMarkup.Of(text, 0, text.Length);
}
