namespace RiskEngine.Calibration.Backtesting.Forecasting;

/// <summary>The shape of a forecast distribution of returns, before it is moved and stretched. Losses are its lower tail.</summary>
public interface IReturnShape
{
    /// <summary>The value below which a share of the distribution lies.</summary>
    /// <param name="p">The share, between 0 and 1.</param>
    public double Quantile(double p);

    /// <summary>The mean of the lowest share of the distribution.</summary>
    /// <param name="p">The share, between 0 and 1.</param>
    public double TailMean(double p);

    /// <summary>The share of the distribution below a value, strictly between 0 and 1.</summary>
    public double Probability(double z);

    /// <summary>The quantile as simulations draw it, good to a thousandth of itself; the quantile itself where that is fast.</summary>
    public double Draw(double u) => Quantile(u);
}
