using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Binding;

/// <summary>
/// Reads a parameter: a number, or a distribution such as <c>{ pert: [0.3, 0.8, 1.2] }</c> whose whole range must be allowed (of the
/// lognormal, which has no end: 4 standard deviations to each side).
/// </summary>
internal static class ParameterReader
{
    private const double Deviations = 4;

    /// <summary>
    /// Beyond it a beta distribution hardly spreads over a hundredth of its range, and its quantile function loses its digits.
    /// </summary>
    private const double MaxShape = 10_000;
    private const string BetaRule = "alpha and beta above 0 and at most 10000 and low below high";
    private const string ModalRule = "low below high and the mode between them";

    private static readonly (string Name, string Figures, Func<double[], (Parameter? Made, string Rule)> Make)[] distributions =
    [
        ("uniform", "low, high", x => (x[0] < x[1] ? new Uniform(x[0], x[1]) : null, "low below high")),
        ("triangular", "low, mode, high", x => (IsModal(x) ? new Triangular(x[0], x[1], x[2]) : null, ModalRule)),
        ("pert", "low, mode, high", x => (IsModal(x) ? new Pert(x[0], x[1], x[2]) : null, ModalRule)),
        ("normal", "mean, sd", x => (x[1] > 0 ? new Normal(x[0], x[1]) : null, "a standard deviation above 0")),
        ("lognormal", "median, sigma", x => (x[0] > 0 && x[1] > 0 ? new Lognormal(x[0], x[1]) : null, "a median and a sigma above 0")),
        (
            "beta",
            "alpha, beta, low, high",
            x =>
                (
                    x[0] is > 0 and <= MaxShape && x[1] is > 0 and <= MaxShape && x[2] < x[3] ? new Beta(x[0], x[1], x[2], x[3]) : null,
                    BetaRule
                )
        ),
    ];

    private static readonly string[] names = [.. distributions.Select(d => d.Name)];

    /// <summary>The distributions by name, each with its figures in order.</summary>
    public static IEnumerable<(string Name, string Figures)> Distributions => distributions.Select(d => (d.Name, d.Figures));

    /// <summary>Whether a node is written as a distribution, so that it counts as one number.</summary>
    public static bool IsDistribution(YamlNode node) =>
        node is YamlMapping { Entries: [{ Value: YamlSequence } only] } && names.Contains(only.Key);

    /// <summary>The parameter, or null after an error.</summary>
    public static Parameter? Read(YamlNode node, string what, NumberRange range, DiagnosticBag diagnostics)
    {
        if (node is not YamlMapping mapping)
            return ValueReader.Number(node, what, range, diagnostics) is { } number ? Parameter.Of(number) : null;
        if (mapping.Entries is not [var entry])
        {
            diagnostics.Error(
                node.Location,
                $"{what}: expected a number or one distribution ({string.Join(", ", names)}), found {node.Describe()}"
            );
            return null;
        }

        if (!names.Contains(entry.Key))
        {
            var expected = string.Join(", ", names);
            diagnostics.Error(
                entry.KeyLocation,
                $"{what}: expected one of {expected}, found '{entry.Key}'",
                NearName.Find(entry.Key, names)
            );
            return null;
        }

        var distribution = Array.Find(distributions, d => d.Name == entry.Key);
        if (Figures(entry, what, distribution.Figures, diagnostics) is not { } figures)
            return null;
        var (parameter, rule) = distribution.Make(figures);
        if (parameter is null)
        {
            diagnostics.Error(entry.Value.Location, $"{what}: expected {rule}, found {entry.Key} [{string.Join(", ", figures)}]");
        }
        else if (!IsInside(parameter, range, out var reach))
        {
            diagnostics.Error(
                entry.Value.Location,
                $"{what}: expected values {Expected(range)}, found a {entry.Key} distribution that reaches {reach:G6}"
            );
        }
        else
        {
            return parameter;
        }

        return null;
    }

    private static double[]? Figures(YamlEntry entry, string what, string order, DiagnosticBag diagnostics)
    {
        var expected = $"[{order}]";
        if (entry.Value is not YamlSequence sequence || sequence.Items.Count != order.Count(c => c == ',') + 1)
        {
            var found = entry.Value is YamlSequence other ? $"{other.Items.Count} figures" : entry.Value.Describe();
            diagnostics.Error(entry.Value.Location, $"{what}: expected {entry.Key}: {expected}, found {found}");
            return null;
        }

        var figures = sequence.Items.Select(i => ValueReader.Number(i, $"{what}, '{entry.Key}'", NumberRange.Any, diagnostics)).ToList();
        return figures.TrueForAll(f => f is not null) ? [.. figures.Select(f => f!.Value)] : null;
    }

    private static bool IsInside(Parameter parameter, NumberRange range, out double reach)
    {
        var (low, high) = parameter switch
        {
            Lognormal l => (l.Median * Math.Exp(-Deviations * l.Sigma), l.Median * Math.Exp(Deviations * l.Sigma)),
            _ => (parameter.Lowest, parameter.Highest),
        };
        reach = range.Contains(low) ? high : low;
        return range.Contains(reach);
    }

    private static string Expected(NumberRange range) => range.ToString() is { Length: > 0 } words ? words : "that are finite";

    private static bool IsModal(double[] x) => x[0] < x[2] && x[1] >= x[0] && x[1] <= x[2];
}
