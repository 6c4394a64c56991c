using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds what one article says.</summary>
internal static class ThesisBinder
{
    /// <summary>The thesis, or null after an error in its own keys.</summary>
    public static Thesis? Bind(BindingScope scope, FileTree file)
    {
        var reader = new MappingReader(file.Root, $"thesis '{file.Id}'", scope.Diagnostics);
        var article = ClaimBinder.Article(reader);
        var summary = reader.LocalText(ThesisKeys.Summary);
        if (reader.Required(ThesisKeys.Claims) is null)
            scope.Ids.Claims[file.Id].MarkIncomplete();
        var claims = ClaimBinder.Claims(scope, file);
        var thesis = new Thesis
        {
            Id = new Id<Thesis>(file.Id),
            Article = article!,
            Summary = summary,
            Claims = claims,
            Recommendations = RecommendationBinder.Bind(scope, file.Id),
            Exposures = ExposureBinder.Bind(scope, file.Id),
            Predictions = PredictionBinder.Bind(scope, file),
            Indicators = IndicatorBinder.Bind(scope, file),
            Deals = DealBinder.Bind(scope, file.Id),
            Checks = CheckBinder.Bind(scope, file),
        };
        return reader.Failed ? null : thesis;
    }
}
