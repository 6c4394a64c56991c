namespace RiskEngine.Results;

/// <summary>One figure of a run, as a row of a table: ids say which one, numbers how large and how sure it is.</summary>
/// <param name="Portfolio">Id of the portfolio.</param>
/// <param name="Variant">Id of the variant: <c>as-held</c>, <c>all</c>, <c>only:ID</c>, <c>without:ID</c>.</param>
/// <param name="Case">Id of the case.</param>
/// <param name="Horizon">Id of the horizon.</param>
/// <param name="Measure">Id of the measure, one of <see cref="Abstractions.Measures.MeasureKinds.All"/>.</param>
/// <param name="Value">The estimate; not a number where the measure does not exist.</param>
/// <param name="Error">Its standard error; not a number where the sample is too small to tell.</param>
/// <param name="Low">Lower end of the 95% interval.</param>
/// <param name="High">Upper end of the 95% interval.</param>
public sealed record FigureRow(
    string Portfolio,
    string Variant,
    string Case,
    string Horizon,
    string Measure,
    double Value,
    double Error,
    double Low,
    double High
);
