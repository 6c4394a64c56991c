using System.Text;
using RiskEngine.Abstractions.Provenance;

namespace RiskEngine.Loading.Drafts;

/// <summary>The market file of a draft.</summary>
internal static class DraftMarketText
{
    public static string Write(ScenarioDraft draft)
    {
        var text = new StringBuilder();
        Section("calibrations", draft.Calibrations.Select(Calibration));
        Section("factors", draft.Factors.Select(Factor));
        Section("correlations", draft.Correlations.GroupBy(c => c.First).Select(Correlations));
        Section("groups", draft.Groups.Select(g => $"{g.Id}: {{ name: {DraftText.Quoted(g.Name)} }}"));
        Section("instruments", draft.Instruments.Select(Instrument));
        return text.ToString();

        void Section(string name, IEnumerable<string> items)
        {
            var lines = items.ToList();
            if (lines.Count == 0)
                return;
            text.Append(name).Append(":\n");
            foreach (var line in lines)
                text.Append("  ").Append(line).Append('\n');
        }
    }

    private static string Calibration(CalibrationRecord record) =>
        $"{record.Id}: {{ data: {DraftText.Quoted(record.Data)}, from: {record.From:yyyy-MM-dd}, until: {record.Until:yyyy-MM-dd}, "
        + $"method: {DraftText.Quoted(record.Method)} }}";

    private static string Factor(DraftFactor factor)
    {
        var parameters = string.Concat(factor.Parameters.Select(p => $", {p.Key}: {DraftText.Number(p.Value)}"));
        var name = DraftText.Quoted(factor.Name);
        return $"{factor.Id}: {{ name: {name}, kind: {factor.Kind}{parameters}{DraftText.SourceOf(factor.Sources)} }}";
    }

    private static string Correlations(IGrouping<string, DraftCorrelation> row)
    {
        var sources = row.Select(c => DraftText.Of(c.Source)).Distinct().ToList();
        var source =
            sources.Count == 1 ? sources[0] : $"{{ {string.Join(", ", row.Select(c => $"{c.Second}: {DraftText.Of(c.Source)}"))} }}";
        return $"{row.Key}: {{ {string.Join(", ", row.Select(c => $"{c.Second}: {DraftText.Number(c.Value, 3)}"))}, source: {source} }}";
    }

    private static string Instrument(DraftInstrument instrument)
    {
        var symbol = instrument.Symbol.Length == 0 ? "" : $", symbol: {DraftText.Quoted(instrument.Symbol)}";
        var groups = instrument.Groups.Count == 0 ? "" : $", groups: [{string.Join(", ", instrument.Groups)}]";
        var volatility = instrument.Volatility is { } v ? $", volatility: {DraftText.Number(v)}" : "";
        var exposures = instrument.Exposures.Count == 0 ? "" : $", exposures: {DraftText.Map(instrument.Exposures)}";
        var owed = instrument.BorrowCost is { } cost ? $", borrowCost: {DraftText.Number(cost)}" : "";
        var exits = instrument.Exits.Length == 0 ? "" : $", exits: {instrument.Exits}";
        var name = DraftText.Quoted(instrument.Name);
        var head = $"{instrument.Id}: {{ name: {name}{symbol}, kind: {instrument.Kind}";
        return $"{head}{groups}{volatility}{exposures}{owed}{exits}{DraftText.SourceOf(instrument.Sources)} }}";
    }
}
