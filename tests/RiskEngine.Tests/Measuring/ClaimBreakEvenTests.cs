using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Results;
using RiskEngine.Testing;

namespace RiskEngine.Tests.Measuring;

/// <summary>How wrong a claim may be, against a closed form and against runs of other random numbers.</summary>
public sealed class ClaimBreakEvenTests
{
    private const double Premium = 0.045;
    private const double Damage = 0.3;
    private const double Probability = 0.3;

    /// <summary>
    /// Half of the cash buys a share of expected growth e^premium that a risk hits with probability 0.3 by 30%: it gains e^premium - 1 if
    /// the claim of the risk is false, and (1 - 0.09) e^premium - 1 if it is true; both are reached after 365 days.
    /// </summary>
    [Test]
    public void The_bound_is_that_of_the_closed_form()
    {
        var found = Of(seed: 1);
        var (ifTrue, ifFalse) = ((1 - (Damage * Probability)) * Math.Exp(Premium) - 1, Math.Exp(Premium) - 1);
        Runs.AssertWithinFourErrors(found.Probability, ifTrue / (ifTrue - ifFalse));
        Assert.That(found.Probability.StandardError, Is.LessThan(0.05));
    }

    [Test]
    public void At_the_bound_a_run_of_other_random_numbers_ties()
    {
        var (bound, rerun) = (Of(seed: 1).Probability, Of(seed: 2));
        var difference = ((1 - bound.Value) * rerun.Advantage.Value) + (bound.Value * rerun.IfFalse.Value);
        var slope = rerun.Advantage.Value - rerun.IfFalse.Value;
        // The two means of the rerun share their paths: their errors add at most.
        var own = ((1 - bound.Value) * rerun.Advantage.StandardError) + (bound.Value * rerun.IfFalse.StandardError);
        var error = Math.Sqrt((own * own) + (slope * slope * bound.StandardError * bound.StandardError));
        Assert.That(difference, Is.Zero.Within(3 * error));
        Assert.That(error, Is.LessThan(Math.Abs(rerun.Advantage.Value) / 3), "or anything would tie");
    }

    private static ClaimBreakEven Of(ulong seed)
    {
        var small = SmallScenario
            .New()
            .With(Factors.Brownian("m", 0.1, premium: Premium))
            .With(Instruments.Equity("a", 0.1, ("m", 1)), Instruments.Cash("cash"))
            .Event("bust", Probability, "0d", "1y", Effects.Hits(-Damage, "a"))
            .Buy("buy-a", 0.5, "0d", "1y", ("a", 1))
            .Hold("p", ("cash", 1))
            .Build(20_000, seed);
        var claim = new ClaimRef(ScenarioBuilder.ThesisId, new Id<Claim>("risky"));
        var results = Runs.Engine.Run(WithClaim(small, claim), new RunOptions { Threads = 2 });
        return results.Attribution!.Claims.Single(c => c.Claim.Id == claim.Claim).BreakEvens.Single();
    }

    private static Scenario WithClaim(Scenario scenario, ClaimRef claim)
    {
        var model = scenario.Base.Model;
        var changed = model with
        {
            Risks = [.. model.Risks.Select(r => r with { Claims = [claim] })],
            Theses = [.. model.Theses.Select(t => t with { Claims = [.. t.Claims, t.Claims[0] with { Id = claim.Claim }] })],
        };
        return scenario with { Cases = [scenario.Base with { Model = changed }, .. scenario.Cases.Skip(1)] };
    }
}
