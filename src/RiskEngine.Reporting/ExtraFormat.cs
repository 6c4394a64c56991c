namespace RiskEngine.Reporting;

/// <summary>A further form of the results that a run writes when asked.</summary>
public enum ExtraFormat
{
    /// <summary><c>results.xlsx</c>: a spreadsheet, one sheet a kind of result.</summary>
    Xlsx,
}
