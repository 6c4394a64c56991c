using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Files;
using RiskEngine.Reporting.Tests.Samples;

namespace RiskEngine.Reporting.Tests.Files;

internal sealed class MeasureTableTests
{
    [Test]
    public void Every_figure_of_every_portfolio_variant_case_and_horizon_is_a_row()
    {
        var results = SampleResults.Make();
        var rows = MeasureTable.Write(results).TrimEnd('\n').Split('\n').Skip(1).Select(r => r.Split(',')).ToList();
        var measures = results.Base.Portfolios[0].AsHeld.Horizons[1].Measures;
        var median = rows.Single(r => string.Join(' ', r[..5]) == "core as-held base medium median");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows, Has.Count.EqualTo(2 * 2 * 3 * MeasureKinds.All.Length));
            Assert.That(rows.Select(r => r.Length), Is.All.EqualTo(9));
            Assert.That(double.Parse(median[5]), Is.EqualTo(measures.Median.Value));
            Assert.That(double.Parse(median[8]), Is.EqualTo(measures.Median.High));
            Assert.That(rows.Single(r => string.Join(' ', r[..5]) == "core as-held base medium beat-unchanged-probability")[5], Is.Empty);
        }
    }
}
