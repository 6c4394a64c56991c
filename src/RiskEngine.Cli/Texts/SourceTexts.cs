using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Cli.Texts;

/// <summary>Where a number comes from, in words.</summary>
internal static class SourceTexts
{
    /// <summary>The source with the reason, or what the article says.</summary>
    public static string Full(Source source, Scenario scenario) =>
        source switch
        {
            FromArticle article => $"article {article.Thesis}, {Claimed(article, scenario)}",
            Judgement judgement => $"judgement: {judgement.Reason.English}",
            _ => Brief(source),
        };

    /// <summary>The source in a word or two.</summary>
    public static string Brief(Source source) =>
        source switch
        {
            FromArticle article => $"article {article.Thesis}",
            Calibrated calibrated => $"calibrated ({calibrated.Calibration})",
            Judgement => "judgement",
            _ => "not stated",
        };

    private static string Claimed(FromArticle source, Scenario scenario)
    {
        var claim = scenario.Base.Model.Theses.First(t => t.Id == source.Thesis).Claim(source.Claim);
        var spot = claim.Sentence is { } sentence ? $"sentence {sentence}" : $"line {claim.Line}";
        return $"{spot}: {claim.Says.English}";
    }
}
