using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Tests;

/// <summary>A random walk that fails, as a plug-in's process does, on the first path whose step is above some deviations.</summary>
internal sealed class FragileKind(double limit, bool failsAtOnce = false) : FactorKind
{
    public override string Name => "fragile";

    public override LocalText Summary => LocalText.Same("fails");

    public override string Equation => "X(t+h) = X(t) + Z / 10";

    public override string Reference => "none";

    public override FactorScale Scale => FactorScale.Level;

    public override IReadOnlyList<ParameterSpec> Parameters => [];

    public override FactorProcess Create(RiskFactor factor, TimeGrid grid) =>
        failsAtOnce ? throw new FactorFailedException("cannot be made") { Factor = factor.Id } : new Process(factor.Id, limit);

    private sealed class Process(Id<RiskFactor> factor, double limit) : FactorProcess
    {
        public override double Expected(int date) => 2 + 0.1 * date;

        public override double Loading(int step, int date) => 0.1;

        public override void Start(in FactorBlock block) => block.X.Fill(2);

        public override void Step(int step, ReadOnlySpan<float> normals, in FactorBlock block)
        {
            for (var i = 0; i < normals.Length; i++)
            {
                if (normals[i] > limit)
                {
                    throw new FactorFailedException($"factor '{factor}', step {step}: expected a small step, found {normals[i]:0.000}")
                    {
                        Factor = factor,
                        First = i,
                        Last = i,
                    };
                }

                block.X[i] += 0.1 + 0.1 * normals[i];
            }
        }
    }
}
