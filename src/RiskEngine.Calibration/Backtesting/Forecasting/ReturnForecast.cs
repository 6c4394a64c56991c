namespace RiskEngine.Calibration.Backtesting.Forecasting;

/// <summary>What a model says of a return before it happens: location + scale times a shape. Returns are logarithms of growth.</summary>
/// <param name="Location">Added to every return.</param>
/// <param name="Scale">Above 0.</param>
/// <param name="Shape">The shape.</param>
public readonly record struct ReturnForecast(double Location, double Scale, IReturnShape Shape)
{
    /// <summary>Value at risk: the loss exceeded with a probability, above zero for a loss.</summary>
    /// <param name="tail">The probability, such as 0.01.</param>
    public double ValueAtRisk(double tail) => -At(Shape.Quantile(tail));

    /// <summary>Expected shortfall: the mean loss in that part of the distribution.</summary>
    /// <param name="tail">The probability, such as 0.01.</param>
    public double ExpectedShortfall(double tail) => -At(Shape.TailMean(tail));

    /// <summary>The probability of a return below the one that came: evenly spread between 0 and 1 when the model is right.</summary>
    public double Probability(double x) => Shape.Probability((x - Location) / Scale);

    /// <summary>A return drawn from the forecast by a uniform number.</summary>
    public double Draw(double u) => At(Shape.Draw(u));

    private double At(double z) => Location + (Scale * z);
}
