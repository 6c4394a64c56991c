using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Cli.Words;

/// <summary>Where a number comes from, in words.</summary>
internal static class SourceWords
{
    /// <summary>The source in words.</summary>
    public static string Of(Source source, Scenario scenario) => source switch
    {
        FromArticle article => Article(article, scenario),
        Calibrated calibrated => scenario.Calibrations.FirstOrDefault(c => c.Id == calibrated.Calibration) is { } record
            ? $"calibrated ({record.Id}): {record.Data.English}, {record.From:yyyy-MM-dd} to {record.Until:yyyy-MM-dd}"
            : $"calibrated ({calibrated.Calibration})",
        Judgement judgement => $"judgement: {judgement.Reason.English}",
        _ => "not stated",
    };

    private static string Article(FromArticle source, Scenario scenario)
    {
        var claim = scenario.Base.Model.Theses.First(t => t.Id == source.Thesis).Claim(source.Claim);
        return $"article, {source.Thesis} line {claim.Line}: {claim.Says.English}";
    }
}
