using System.Globalization;
using RiskEngine.Articles.Lexicons;

namespace RiskEngine.Articles.Theses;

/// <summary>
/// What is assumed of a risk that an article names without figures: the probability that it occurs within a year, and the fall of what it
/// hits (least, most likely, worst; relative, below 0). Judgement by kind of risk, to be changed by the user.
/// </summary>
public sealed record RiskAssumption(double Probability, double Least, double Likely, double Worst)
{
    /// <summary>The assumption for a kind of risk; that of <c>other</c> where the kind is not listed.</summary>
    public static RiskAssumption Of(string kind)
    {
        var rows = Lexicon.Rows("risk-assumptions.csv");
        var row = rows.FirstOrDefault(r => r[0] == kind) ?? rows.First(r => r[0] == "other");
        var numbers = row.Skip(1).Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return new RiskAssumption(numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}
