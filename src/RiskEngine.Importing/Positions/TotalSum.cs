namespace RiskEngine.Importing.Positions;

/// <summary>Adds up the values of rows as a file does in its totals: since its start, and since the total before.</summary>
internal sealed class TotalSum
{
    private double all;
    private double part;
    private int rows;

    /// <summary>Counts a row in; NaN counts nothing.</summary>
    public void Add(double value)
    {
        if (double.IsNaN(value))
            return;
        all += value;
        part += value;
        rows++;
    }

    /// <summary>Starts the next part.</summary>
    public void Start() => part = 0;

    /// <summary>The sum that a stated total is meant for: the nearer one.</summary>
    public double Nearest(double stated) => Math.Abs(stated - part) < Math.Abs(stated - all) ? part : all;

    /// <summary>Whether a row without a quantity is the total of those above it, though it does not say so.</summary>
    public bool IsTotal(PositionLine line) =>
        rows >= 2
        && !line.IsCash
        && double.IsNaN(line.Quantity)
        && !double.IsNaN(line.Value)
        && line.Value != 0
        && Math.Abs(line.Value - all) < 0.005 + (1e-12 * Math.Abs(all));
}
