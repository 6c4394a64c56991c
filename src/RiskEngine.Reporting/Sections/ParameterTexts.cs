using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Parameters;

namespace RiskEngine.Reporting.Sections;

/// <summary>Says what a parameter is: a number, or a distribution with its shape.</summary>
internal static class ParameterTexts
{
    /// <summary>The parameter in words.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="percent">Whether its values are fractions that read as percentages.</param>
    public static LocalText Describe(Parameter parameter, bool percent)
    {
        LocalText N(double x) => percent ? FormattedFigure.Known(x, withPlus: true) : FormattedFigure.Number(x);
        LocalText Range(string english, string chinese, double low, double high) =>
            new(
                $"{N(parameter.Mean).English} on average ({english} from {N(low).English} to {N(high).English})",
                $"平均 {N(parameter.Mean).Chinese}（{chinese}，{N(low).Chinese} 至 {N(high).Chinese}）"
            );

        return parameter switch
        {
            Constant constant => N(constant.Value),
            Uniform uniform => Range("uniform", "均匀分布", uniform.Low, uniform.High),
            Triangular triangular => Range("triangular", "三角分布", triangular.Low, triangular.High),
            Pert pert => Range("PERT", "PERT 分布", pert.Low, pert.High),
            Beta beta => Range("beta", "贝塔分布", beta.Low, beta.High),
            _ => new(
                $"{N(parameter.Mean).English} on average, standard deviation {N(parameter.StandardDeviation).English.TrimStart('+')}",
                $"平均 {N(parameter.Mean).Chinese}，标准差 {N(parameter.StandardDeviation).Chinese.TrimStart('+')}"
            ),
        };
    }
}
