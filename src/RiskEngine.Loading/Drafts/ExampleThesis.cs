namespace RiskEngine.Loading.Drafts;

/// <summary>An empty thesis with one example of everything, commented out.</summary>
internal static class ExampleThesis
{
    /// <summary>The file's id.</summary>
    public const string Id = "my-thesis";

    public static DraftThesis Write(DraftSettings settings, IReadOnlyList<DraftedRisk> risks, IReadOnlyList<ReferenceFactor> factors)
    {
        var title = settings.Theme.Length > 0 ? settings.Theme : "My thesis";
        var factor = factors.Count > 0 ? factors[0].Id : "FACTOR";
        var tradable = risks.Select(r => r.Instrument).Where(i => i.Kind is "equity" or "fund").Select(i => i.Id);
        var instrument = tradable.FirstOrDefault() ?? "INSTRUMENT";
        return new DraftThesis(
            Id,
            $$"""
            # What an article says, in your own words; one example of everything. Take number signs away and change what follows.
            article: { title: {{DraftText.Quoted(title)}}, author: "me" }
            # summary: "The argument in two or three sentences."
            # claims:
            #   demand: { line: 12, says: "Demand grows by a quarter a year." }
            # exposures:
            #   gain: { who: {{instrument}}, factor: {{factor}}, size: 0.1, claim: demand }
            # recommendations:
            #   buy: { name: "Buy {{instrument}}", claims: [demand], horizon: medium, verb: favour, targets: { {{instrument}}: 1 } }
            # predictions:
            #   rise: { name: "{{factor}} up by a tenth", claim: demand, date: {{settings.AsOf.AddYears(
                1
            ):yyyy-MM-dd}}, when: { factor: {{factor}}, above: 1.1 } }
            # indicators:
            #   watch: { name: "{{factor}}", claim: demand, factor: {{factor}}, at: 6m, confirms: { above: 1.05 }, refutes: { below: 0.95 } }

            """.ReplaceLineEndings("\n")
        );
    }
}
