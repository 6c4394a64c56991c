using RiskEngine.Abstractions.Identity;
using RiskEngine.Results.Backtests.Fans;

namespace RiskEngine.Backtesting.Fans;

/// <summary>The forecasts of one origin beside what came.</summary>
/// <param name="Points">By series and horizon; null where there is no forecast or nothing came yet.</param>
/// <param name="JointScores">By series, normal scores of the model's joint paths at the shortest horizon; null without a forecast.</param>
/// <param name="Reasons">By series, why there is no forecast; empty where there is one.</param>
/// <param name="Method">How it was calibrated.</param>
internal sealed record OriginComparison(
    FanPoint?[][] Points,
    IReadOnlyList<float[]?> JointScores,
    IReadOnlyList<string> Reasons,
    LocalText Method
);
