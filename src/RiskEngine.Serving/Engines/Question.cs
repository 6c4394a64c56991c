namespace RiskEngine.Serving.Engines;

/// <summary>What a page asks: the figures of one case and portfolio with some values changed, or a new scenario with these.</summary>
internal sealed record Question
{
    /// <summary>The most values that may be changed at once.</summary>
    public const int MostChanges = 500;

    /// <summary>Id of the case.</summary>
    public string Case { get; init; } = "base";

    /// <summary>Id of the portfolio; the first one where it is empty.</summary>
    public string Portfolio { get; init; } = "";

    /// <summary>New values by the paths that <c>--set</c> takes.</summary>
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Weights that are changed, by portfolio and instrument; what else is held makes room in proportion. Not of portfolios that owe.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Weights { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, double>>();

    /// <summary>With which probability predictions are believed, by their ids; for a new scenario alone.</summary>
    public IReadOnlyDictionary<string, double> Beliefs { get; init; } = new Dictionary<string, double>();

    /// <summary>Which page asks: a later question of the same page makes an earlier one out of date.</summary>
    public string Page { get; init; } = "";

    /// <summary>The id of a new scenario; empty for figures.</summary>
    public string Name { get; init; } = "";
}
