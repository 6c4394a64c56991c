using RiskEngine.Articles.Claims;

namespace RiskEngine.Articles.Tests.Claims;

/// <summary>Forecasts as notes and news write them: lists of years, revisions, price targets, abbreviations.</summary>
public sealed class ForecastTests
{
    [TestCase("预测公司25/26/27年净利润分别为1.2/3.4/5.6亿元。", "2025: 120000000 CNY; 2026: 340000000 CNY; 2027: 560000000 CNY")]
    [TestCase("我们预计2025-2027年装机为11、22、33GWh。", "2025: 11 GWh; 2026: 22 GWh; 2027: 33 GWh")]
    [TestCase("2026-2027年营收预测为41亿、43亿。", "2026: 4100000000 CNY; 2027: 4300000000 CNY")]
    [TestCase("预计25Q4单季息差为1.3%。", "2025: 0.013 ")]
    [TestCase("We expect 30 basis points of cuts in 2026 and 70 basis points of cuts in 2027.", "2026: 0.003 ; 2027: 0.007 ")]
    [TestCase("The bank predicts copper at $9,000 by the end of 2026 (previously $8,000).", "2026: 9000 USD")]
    [TestCase("预计2026年楼价升幅由3%上调至8%。", "2026: 0.08 ")]
    [TestCase("2027E营收为4.5亿元，较2025A提升7%。", "2027: 450000000 CNY")]
    [TestCase("有望在2026年迎来6%-9%的上涨空间。", "2026: 0.075 ")]
    [TestCase("- Halden Grid: price target lowered from $28 to $21.", "0: 21 USD")]
    [TestCase("- Halden Grid (NYSE: HLDN): Sell, $53 price target", "0: 53 USD")]
    [TestCase("云岭储能12个月目标价为61.3元，当前股价为55元。", "2027: 61.3 CNY")]
    [TestCase("港股：云岭储能目标价由7.6元上调至8.8元。", "0: 8.8 HKD")]
    [TestCase("台股：云岭储能目标价3,030元。", "0: 3030 TWD")]
    [TestCase("券商预测：公司2026E/2027E EPS为1.25元/1.56元，对应PE为18倍/14倍。", "2026: 1.25 CNY; 2027: 1.56 CNY")]
    [TestCase("到2030年，新型储能装机或将达到4亿千瓦以上。", "2030: 400 GW")]
    [TestCase("Copper may well touch $12,000 a tonne before the end of 2026.", "2026: 12000 USD/t")]
    [TestCase("Capex is seen rising to $9 billion in fiscal 2027 from $7.4 billion.", "2027: 9000000000 USD")]
    [TestCase("The bank's economists pencil in a terminal rate of 3.25% by mid-2027.", "2027: 0.0325 ")]
    [TestCase("Unit costs, we believe, will fall by a third over the next two years.", "2028: 0.333333 ")]
    [TestCase("到2028年，固态电池出货量将由2025年的3GWh增至40GWh。", "2028: 40 GWh")]
    [TestCase("Shipments may well double by 2028, the association reckons.", "2028: 2 ")]
    [TestCase("We model 2026 revenue of $820 million, rising to $1.05 billion in 2027.", "2026: 820000000 USD; 2027: 1050000000 USD")]
    public void Each_figure_has_its_year_and_unit(string text, string expected)
    {
        var found = TestArticles
            .ReadText(text)
            .Claims.OfType<PredictionClaim>()
            .Where(p => p.Quantity is not null)
            .Select(p => FormattableString.Invariant($"{p.Date?.Year ?? 0}: {Math.Round(p.Quantity!.Value, 6)} {p.Quantity.Unit}"));

        Assert.That(string.Join("; ", found), Is.EqualTo(expected));
    }

    [TestCase("该行上调后年的出货预测6%至9%。")]
    [TestCase("Alder Research raised its price targets for the group by 15 percent.")]
    [TestCase("当前市盈率21.5倍(2026年预测)。")]
    [TestCase("Sales stay below Halden Grid's guidance of more than $2 billion, we expect.")]
    [TestCase("若降息提前，预计2026年金价达到5000美元。")]
    [TestCase("Nobody expects the stock to reach $100 this year.")]
    public void Changes_comparisons_multiples_and_conditions_are_no_forecasts(string text) =>
        Assert.That(TestArticles.ReadText(text).Claims.OfType<PredictionClaim>().Where(p => p.Quantity is not null), Is.Empty);

    [Test]
    public void A_condition_spoils_its_own_part_of_a_sentence_alone()
    {
        var reading = TestArticles.ReadText("预计金价2026年达到5000美元；但若美元走强，金价或跌至4000美元。");

        Assert.That(reading.Claims.OfType<PredictionClaim>().Select(p => p.Quantity!.Value), Is.EqualTo(new[] { 5000.0 }));
    }

    [TestCase("不少券商上修云岭储能的目标价。高盛由48元上调至90元。", 90)]
    [TestCase("云岭储能目标价上调至分别41.3元。", 41.3)]
    public void A_target_that_the_sentence_before_calls_so_is_read(string text, double value) =>
        Assert.That(TestArticles.ReadText(text).Claims.OfType<PredictionClaim>().Single().Quantity!.Value, Is.EqualTo(value));

    [TestCase("The new price target of $76 is a jump from the previous $44 target.", 76)]
    public void What_a_target_was_before_is_no_forecast(string text, double value) =>
        Assert.That(TestArticles.ReadText(text).Claims.OfType<PredictionClaim>().Single().Quantity!.Value, Is.EqualTo(value));

    [TestCase("Our year-end price target for Halden Grid is $40.", "2026-12-31")]
    [TestCase("Our 6-month price target for Halden Grid is $40.", "2026-08-06")]
    [TestCase("我们给予云岭储能未来六个月目标价40元。", "2026-08-06")]
    [TestCase("云岭储能到年底的目标价为40元。", "2026-12-31")]
    [TestCase("Our price target for Halden Grid is $40.", null)]
    public void A_target_has_the_horizon_that_its_sentence_says(string text, string? until)
    {
        var claim = TestArticles.ReadText(text).Claims.OfType<PredictionClaim>().Single();

        Assert.That(claim.IsPriceTarget);
        Assert.That(claim.Date?.To.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(until));
    }

    [Test]
    public void A_target_without_a_name_is_of_the_company_that_was_named_before()
    {
        var reading = TestArticles.ReadText("Halden Grid was upgraded. The firm also hiked its price target to $85.");
        var claim = reading.Claims.OfType<PredictionClaim>().Single();

        Assert.That(claim.IsPriceTarget);
        Assert.That(claim.About.Select(t => t.Id), Is.EqualTo(new[] { "halden" }));
    }
}
