using RiskEngine.Abstractions.Identity;
using RiskEngine.Loading.Editing;

namespace RiskEngine.Serving.Engines;

/// <summary>What a page shows of a scenario before anything is changed.</summary>
/// <param name="Command">The command line that runs it with as many paths.</param>
/// <param name="Paths">Paths of a run.</param>
/// <param name="Headline">Id of the horizon that headlines use.</param>
/// <param name="Cases">The cases, the base case first.</param>
/// <param name="Portfolios">The portfolios.</param>
/// <param name="Keys">What may be changed.</param>
internal sealed record Description(
    string Command,
    int Paths,
    string Headline,
    IReadOnlyList<DescribedCase> Cases,
    IReadOnlyList<Named> Portfolios,
    IReadOnlyList<EditableKey> Keys
)
{
    public static Description Of(ServedScenario served, ServeOptions options) =>
        new(
            served.Command,
            options.Paths,
            served.Scenario.HeadlineHorizon.Id.Value,
            [.. served.Scenario.Cases.Select(c => new DescribedCase(c.Id.Value, c.Name, [.. c.Overrides.Select(o => o.Path)]))],
            [.. served.Scenario.Base.Model.Portfolios.Select(p => new Named(p.Id.Value, p.Name))],
            served.Keys
        );
}

/// <summary>Something that is chosen.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
internal sealed record Named(string Id, LocalText Name);

/// <summary>A case.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sets">Paths that it sets itself: what the scenario says there does not reach it.</param>
internal sealed record DescribedCase(string Id, LocalText Name, IReadOnlyList<string> Sets);
