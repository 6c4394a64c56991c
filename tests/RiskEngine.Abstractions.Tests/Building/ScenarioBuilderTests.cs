using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Theses;

namespace RiskEngine.Abstractions.Tests.Building;

public sealed class ScenarioBuilderTests
{
    private static readonly ScenarioBuilder start = new("mine", new DateOnly(2026, 2, 6), "EUR");

    [Test]
    public void A_builder_is_never_changed()
    {
        var more = start.With(Abstractions.Building.Factors.Brownian("market", 0.16));

        Assert.That(start.Build().Base.Model.Factors, Is.Empty);
        Assert.That(more.Build().Base.Model.Factors.Single().Id.Value, Is.EqualTo("market"));
    }

    [Test]
    public void Windows_and_horizons_count_from_the_as_of_date()
    {
        var scenario = start
            .Until("3m", "1y")
            .Event("bust", 0.2, "1m", "1y", Effects.Hits(-0.3, "chips"))
            .Buy("more", 0.1, "0d", "3m", ("chips", 1))
            .Build(paths: 1000, seed: 7);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((scenario.Id.Value, scenario.Currency), Is.EqualTo(("mine", "EUR")));
            Assert.That(scenario.Horizons.Select(h => h.Date), Is.EqualTo(new DateOnly[] { new(2026, 5, 6), new(2027, 2, 6) }));
            Assert.That(scenario.Base.Model.Risks.Single().From, Is.EqualTo(new DateOnly(2026, 3, 6)));
            Assert.That(scenario.Base.Model.Recommendations.Single().Until, Is.EqualTo(new DateOnly(2026, 5, 6)));
            Assert.That(scenario.Base.Model.Recommendations.Single().Conviction.Direction, Is.EqualTo(Direction.Buy));
        }
    }

    [Test]
    public void What_is_no_tenor_is_named() =>
        Assert.That(() => start.After("soon"), Throws.ArgumentException.With.Message.Contains("'soon' is no tenor"));

    [Test]
    public void A_case_changes_the_model_of_the_base_case_alone()
    {
        var scenario = start.RiskFree(0.04).Case("low", m => m with { RiskFreeRate = 0.01 }).Build();

        Assert.That(scenario.Cases.Select(c => c.Model.RiskFreeRate), Is.EqualTo(new[] { 0.04, 0.01 }));
    }
}
