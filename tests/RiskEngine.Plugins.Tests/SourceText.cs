namespace RiskEngine.Plugins.Tests;

/// <summary>A kind as source: x starts at parameter 0 and adds its normal each step, unless members are replaced.</summary>
internal static class SourceText
{
    public static string Of(
        string type = "Walk",
        string name = "walk",
        string start = "block.Parameter(0).CopyTo(block.X);",
        string step = "",
        string expected = "0",
        string create = "new Process()",
        string modifiers = "public sealed",
        string members = ""
    ) =>
        $$"""
            using RiskEngine.Abstractions.Factors;
            using RiskEngine.Abstractions.Identity;
            using RiskEngine.Abstractions.Time;

            namespace Own;

            {{modifiers}} class {{type}} : FactorKind
            {
                public override string Name => "{{name}}";
                public override LocalText Summary => LocalText.Same("A random walk.");
                public override string Equation => "X(t+h) = X(t) + Z";
                public override string Reference => "a test";
                public override FactorScale Scale => FactorScale.Level;
                public override IReadOnlyList<ParameterSpec> Parameters { get; } =
                    [new("start", "units", double.NegativeInfinity, double.PositiveInfinity, 0, LocalText.Same("Start."))];
                public override FactorProcess Create(RiskFactor factor, TimeGrid grid) => {{create}};
                {{members}}

                private sealed class Process : FactorProcess
                {
                    public override double Expected(int date) => {{expected}};
                    public override double Loading(int step, int date) => 1;
                    public override void Start(in FactorBlock block) { {{start}} }
                    public override void Step(int step, ReadOnlySpan<float> normals, in FactorBlock block)
                    {
                        for (var i = 0; i < block.PathCount; i++) block.X[i] += normals[i];
                        {{step}}
                    }
                }
            }
            """;
}
