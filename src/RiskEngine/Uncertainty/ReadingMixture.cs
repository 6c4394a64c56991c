using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Uncertainty;

/// <summary>
/// The ways to read all advice of a scenario at once, as models with weights: every combination of readings where these are no more than
/// the draws, else so many drawn ones. Recommendations are taken to be read independently of each other.
/// </summary>
internal static class ReadingMixture
{
    /// <summary>The recommendations that can be read in more than one way.</summary>
    public static IReadOnlyList<Recommendation> Ambiguous(Scenario scenario) =>
        [.. scenario.Base.Model.Recommendations.Where(r => r.Readings.Count > 0)];

    /// <summary>Models of the base case with weights that add to 1; empty where all advice is plain.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="draws">The most models, above 0.</param>
    /// <returns>The models, and whether they were drawn rather than listed.</returns>
    public static (IReadOnlyList<(double Weight, Model Model)> Models, bool AreDrawn) Of(Scenario scenario, int draws)
    {
        var ambiguous = Ambiguous(scenario);
        if (ambiguous.Count == 0)
            return ([], false);
        var combinations = ambiguous.Aggregate(1.0, (product, r) => product * (1 + r.Readings.Count));
        var areDrawn = combinations > draws;
        var read = areDrawn
            ? Enumerable.Range(0, draws).Select(draw => (1.0 / draws, Drawn(scenario, ambiguous, draw)))
            : Listed(ambiguous);
        return ([.. read.Select(r => (r.Item1, With(scenario.Base.Model, r.Item2)))], areDrawn);
    }

    private static IEnumerable<(double, IReadOnlyList<Recommendation>)> Listed(IReadOnlyList<Recommendation> ambiguous)
    {
        IEnumerable<(double Weight, IReadOnlyList<Recommendation> Meant)> all = [(1, [])];
        foreach (var recommendation in ambiguous)
        {
            all =
            [
                .. from before in all
                from way in Ways(recommendation)
                select (before.Weight * way.Weight, (IReadOnlyList<Recommendation>)[.. before.Meant, way.Meant]),
            ];
        }

        return all;
    }

    private static IReadOnlyList<Recommendation> Drawn(Scenario scenario, IReadOnlyList<Recommendation> ambiguous, int draw) =>
        [
            .. ambiguous.Select(r =>
            {
                var left = RandomStream.Create(scenario.Simulation.Seed, $"uncertainty/recommendations.{r.Id}.readings").Uniform(draw, 0);
                foreach (var way in Ways(r))
                {
                    if ((left -= way.Weight) < 0)
                        return way.Meant;
                }

                return r;
            }),
        ];

    /// <summary>The readings, and last the recommendation as it stands, which has the rest of the weight.</summary>
    private static IEnumerable<(double Weight, Recommendation Meant)> Ways(Recommendation recommendation) =>
        recommendation
            .Readings.Select(r => (r.Weight, r.Meant))
            .Append((1 - recommendation.Readings.Sum(r => r.Weight), recommendation with { Readings = [] }));

    /// <summary>A model with some recommendations read as they are given here.</summary>
    public static Model With(Model model, IReadOnlyList<Recommendation> meant)
    {
        var byId = meant.ToDictionary(r => r.Id);
        return model with
        {
            Theses =
            [
                .. model.Theses.Select(t =>
                    t with
                    {
                        Recommendations = [.. t.Recommendations.Select(r => byId.GetValueOrDefault(r.Id, r))],
                    }
                ),
            ],
        };
    }
}
