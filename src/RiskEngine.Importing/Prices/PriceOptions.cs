using RiskEngine.Importing.Numbers;

namespace RiskEngine.Importing.Prices;

/// <summary>What importing prices needs to know beside the files.</summary>
/// <param name="DecimalMark">The decimal mark; null where the numbers decide.</param>
/// <param name="DayFirst">Whether a date that could be read in two ways begins with the day; null where that is to be asked.</param>
public sealed record PriceOptions(DecimalMark? DecimalMark = null, bool? DayFirst = null);
