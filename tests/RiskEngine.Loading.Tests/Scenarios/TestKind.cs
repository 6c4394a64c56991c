using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Loading.Tests.Scenarios;

/// <summary>A kind as a reader of files sees it: parameters and a check, but no process behind it.</summary>
internal sealed class TestKind(string name, FactorScale scale, PathUse path, params ParameterSpec[] parameters) : FactorKind
{
    public static FactorCatalogue Catalogue { get; } =
        new([
            new TestKind(
                "geometric-brownian",
                FactorScale.Log,
                PathUse.None,
                Spec("start", 0, 1, isOpen: true),
                Spec("drift", -1, 0),
                Spec("volatility", 0)
            ),
            new TestKind(
                "ornstein-uhlenbeck",
                FactorScale.Level,
                PathUse.None,
                Spec("start", -100),
                Spec("mean", -100),
                Spec("halfLife", 0, isOpen: true),
                Spec("volatility", 0)
            ),
            new TestKind("forecast-path", FactorScale.Log, PathUse.Required, Spec("realised", -5, 1), Spec("volatility", 0)),
            new TestKind("switching", FactorScale.Level, PathUse.None) { States = true },
            new TestKind("bootstrap", FactorScale.Log, PathUse.None) { Past = true },
        ]);

    /// <summary>A kind with these parameters, each from -50 to 5.</summary>
    public static TestKind Of(string name, params string[] parameters) =>
        new(name, FactorScale.Log, PathUse.None, [.. parameters.Select(p => Spec(p, -50))]);

    public override bool TakesStates => States;

    public override bool TakesHistory => Past;

    private bool States { get; init; }

    private bool Past { get; init; }

    public override string Name => name;

    public override LocalText Summary => LocalText.Same(name);

    public override string Equation => "";

    public override string Reference => "";

    public override FactorScale Scale => scale;

    public override IReadOnlyList<ParameterSpec> Parameters => parameters;

    public override PathUse Path => path;

    public override IEnumerable<string> Check(RiskFactor factor, DateOnly asOf)
    {
        if (factor.Path.Any(p => p.Value <= 0))
            yield return "Expected points above 0, found one at or below it.";
        if (factor.Parameters.TryGetValue("mean", out var mean) && mean.Mean > factor.Parameter("start").Mean + 50)
            yield return "Expected a mean within 50 of the start.";
    }

    public override FactorProcess Create(RiskFactor factor, TimeGrid grid) =>
        throw new NotSupportedException("Reading makes no processes.");

    private static ParameterSpec Spec(string name, double low, double? usual = null, bool isOpen = false) =>
        new(name, "", low, 5, usual, LocalText.Same(name), isOpen);
}
