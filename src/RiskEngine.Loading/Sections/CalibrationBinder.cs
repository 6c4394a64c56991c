using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the estimations that sources refer to.</summary>
internal static class CalibrationBinder
{
    public static IReadOnlyList<CalibrationRecord> Bind(BindingScope scope, IReadOnlyList<FileTree> markets)
    {
        var calibrations = new List<CalibrationRecord>();
        foreach (var (id, reader) in markets.SelectMany(m => scope.Section(m, "calibrations", "calibration")))
        {
            var record = new CalibrationRecord(
                new Id<CalibrationRecord>(id),
                reader.LocalText("data"),
                reader.Date("from"),
                reader.Date("until"),
                reader.LocalText("method")
            );
            if (!reader.Failed && record.Until <= record.From)
                reader.Refuse("until", $"expected a date after 'from' {record.From:yyyy-MM-dd}, found {record.Until:yyyy-MM-dd}");
            if (reader.Finish())
                calibrations.Add(record);
        }

        return calibrations;
    }
}
