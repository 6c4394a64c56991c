using System.Text;
using RiskEngine.Abstractions.Files;
using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Loading.Drafts;

/// <summary>Writes a draft as the files of a scenario, which <see cref="ScenarioReader"/> reads.</summary>
public static class DraftWriter
{
    private static readonly LocalText usual = new(
        "draft: models up to half a standard deviation off; judged numbers a fifth off to both sides",
        "草稿：模型偏离至半个标准差；判断数字上下各偏五分之一"
    );

    /// <summary>The files: path below the scenario's folder with forward slashes, and text.</summary>
    public static IReadOnlyList<(string Path, string Text)> Write(ScenarioDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var files = new List<(string, string)>
        {
            (ScenarioReader.FileName, Scenario(draft)),
            ("market.yaml", DraftMarketText.Write(draft)),
        };
        if (draft.Risks.Count > 0)
            files.Add(("risks.yaml", Risks(draft)));
        files.AddRange(draft.Theses.Select(t => ($"theses/{t.Id}.yaml", t.Text)));
        files.AddRange(draft.Portfolios.Select(p => ($"portfolios/{p.Id}.csv", Portfolio(p, draft.Currency))));
        return files;
    }

    private static string Scenario(ScenarioDraft draft)
    {
        var text = new StringBuilder();
        foreach (var comment in draft.Comments)
            Line(DraftText.Comment(comment));
        if (draft.Id.Length > 0)
            Line($"id: {draft.Id}");
        Line($"name: {DraftText.Quoted(draft.Name)}");
        if (draft.Summary.English.Length > 0)
            Line($"summary: {DraftText.Quoted(draft.Summary)}");
        Line($"asOf: {draft.AsOf:yyyy-MM-dd}");
        Line($"currency: {draft.Currency}");
        Line("horizons: { short: 3m, medium: 12m, long: 36m }");
        Line($"simulation: {{ paths: {draft.Paths}, step: 1m, seed: 1 }}");
        Line($"riskFreeRate: {DraftText.Number(draft.RiskFreeRate)}");
        Line($"source: {{ riskFreeRate: {DraftText.Of(draft.RiskFreeRateSource)} }}");
        Line("market: market.yaml");
        if (draft.Risks.Count > 0)
            Line("risks: risks.yaml");
        if (draft.Theses.Count > 0)
            Line($"theses: {List(draft.Theses.Select(t => $"theses/{t.Id}.yaml"))}");
        var portfolios = draft.Portfolios.Select(p =>
            $"{{ file: portfolios/{p.Id}.csv, name: {DraftText.Quoted(p.Name)}{Maintenance(p)} }}"
        );
        Line($"portfolios: [{string.Join(", ", portfolios)}]");
        if (draft.Cases.Count > 0)
            Line("cases:");
        foreach (var item in draft.Cases)
        {
            var words = $"name: {DraftText.Quoted(item.Name)}, summary: {DraftText.Quoted(item.Summary)}";
            Line($"  {item.Id}: {{ {words}, set: {DraftText.Map(item.Set)} }}");
        }

        if (draft.Views.Count > 0)
            Line("views:");
        foreach (var view in draft.Views)
        {
            Line(
                $"  {view.Id}: {{ name: {DraftText.Quoted(view.Name)}, claims: {List(view.Claims)}, horizon: medium, "
                    + $"confidence: {DraftText.Number(view.Confidence)}, mean: {view.Instrument}, is: {DraftText.Number(view.Mean)}, "
                    + $"source: {DraftText.Of(view.Source)} }}"
            );
        }

        if (draft.Uncertainty is { } uncertainty)
        {
            var draws = uncertainty.Draws is { } count ? $", draws: {count}" : "";
            Line(
                $"uncertainty: {{ radii: [{string.Join(", ", uncertainty.Radii.Select(r => DraftText.Number(r)))}]{draws}, "
                    + $"judgement: {DraftText.Number(uncertainty.JudgementSpread)}, source: {{ judgement: {DraftText.Quoted(usual)} }} }}"
            );
        }

        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static string Risks(ScenarioDraft draft)
    {
        var text = new StringBuilder("risks:\n");
        foreach (var risk in draft.Risks)
        {
            var effects = risk.Effects.Select(e => $"{{ on: {List(e.On)}, size: {e.Size} }}");
            var claims = risk.Claims.Count == 0 ? "" : $", claims: {List(risk.Claims)}";
            text.Append($"  {risk.Id}: {{ name: {DraftText.Quoted(risk.Name)}, summary: {DraftText.Quoted(risk.Summary)}{claims}, ")
                .Append($"probability: {DraftText.Number(risk.Probability)}, within: {risk.Within}, ")
                .Append($"effects: [{string.Join(", ", effects)}]{DraftText.SourceOf(risk.Sources)} }}\n");
        }

        return text.ToString();
    }

    private static string Portfolio(DraftPortfolio portfolio, string currency)
    {
        var text = new StringBuilder("instrument,quantity,price,currency,name\n");
        foreach (var position in portfolio.Positions)
        {
            text.Append($"{CsvText.Cell(position.Instrument)},{DraftText.Number(position.Quantity, 8)},")
                .Append($"{DraftText.Number(position.Price, 8)},{CsvText.Cell(currency)},{CsvText.Cell(position.Name)}\n");
        }

        return text.ToString();
    }

    private static string Maintenance(DraftPortfolio portfolio) =>
        portfolio.Maintenance is { } ratio ? $", maintenance: {DraftText.Number(ratio)}" : "";

    private static string List(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count == 1 ? all[0] : $"[{string.Join(", ", all)}]";
    }
}
