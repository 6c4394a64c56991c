using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the estimations that sources refer to.</summary>
internal static class CalibrationBinder
{
    public static IReadOnlyList<CalibrationRecord> Bind(BindingScope scope, IReadOnlyList<FileTree> markets)
    {
        var calibrations = new List<CalibrationRecord>();
        foreach (var (id, reader) in markets.SelectMany(m => scope.Section(m, MarketKeys.Calibrations, "calibration")))
        {
            var record = new CalibrationRecord(
                new Id<CalibrationRecord>(id),
                reader.LocalText(CalibrationKeys.Data),
                reader.Date(CalibrationKeys.From),
                reader.Date(CalibrationKeys.Until),
                reader.LocalText(CalibrationKeys.Method)
            );
            if (!reader.Failed && record.Until <= record.From)
            {
                reader.Refuse(
                    CalibrationKeys.Until,
                    $"expected a date after 'from' {record.From:yyyy-MM-dd}, found {record.Until:yyyy-MM-dd}"
                );
            }

            if (reader.Finish())
                calibrations.Add(record);
        }

        return calibrations;
    }
}
