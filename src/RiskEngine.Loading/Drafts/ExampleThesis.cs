namespace RiskEngine.Loading.Drafts;

/// <summary>An empty thesis with one example of everything, commented out.</summary>
internal static class ExampleThesis
{
    /// <summary>The file's id.</summary>
    public const string Id = "my-thesis";

    public static DraftThesis Write(DraftSettings settings, IReadOnlyList<DraftedRisk> risks)
    {
        var title = settings.Theme.Length > 0 ? settings.Theme : "My thesis";
        var shown = risks.FirstOrDefault(r => r.OwnVariance > 0 && r.Instrument.Kind != "private") ?? risks[0];
        var instrument = shown.Instrument.Id;
        var factor = shown.Instrument.Exposures.Count > 0 ? shown.Instrument.Exposures[0].Key : "FACTOR";
        var size = shown.OwnVariance > 0 ? "0.1" : "-0.1";
        var year = settings.AsOf.AddYears(1).ToString("yyyy-MM-dd");
        return new DraftThesis(
            Id,
            $$"""
            # What an article says, in your own words; one example of everything. Take number signs away and change what follows.
            article: { title: {{DraftText.Quoted(title)}}, author: "me" }
            summary: "Nothing yet: the argument in two or three sentences."
            claims: {} # in the place of the braces, the next line and your own
            #   demand: { line: 12, says: "Demand grows by a quarter a year." }
            # factors:
            #   orders: { name: "Orders", kind: geometric-brownian, volatility: 0.2, source: { article: demand } }
            # exposures:
            #   gain: { who: {{instrument}}, factor: {{factor}}, size: {{size}}, claim: demand }
            # recommendations:
            #   buy: { name: "Buy {{instrument}}", claims: [demand], horizon: medium, verb: favour, targets: { {{instrument}}: 1 } }
            # predictions:
            #   rise: { name: "{{factor}} up by a tenth", claim: demand, date: {{year}}, when: { factor: {{factor}}, above: 1.1 } }
            # indicators:
            #   watch: { name: "Level", claim: demand, factor: {{factor}}, at: 6m, confirms: { above: 1.05 }, refutes: { below: 0.95 } }
            # deals:
            #   order: { name: "An order", claim: demand, probability: 0.5, within: 1y, effects: [{ on: {{instrument}}, size: {{size}} }] }
            # checks:
            #   sums: { says: "A quarter a year makes 56% in two.", claims: [demand], annualGrowth: [100, 156.25, 2], claimed: 0.25 }

            """.ReplaceLineEndings("\n")
        );
    }
}
