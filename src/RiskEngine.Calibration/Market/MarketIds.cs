using System.Text;
using RiskEngine.Calibration.Factors;

namespace RiskEngine.Calibration.Market;

/// <summary>Ids for what a market file declares: lower-case words of letters and digits, no two alike.</summary>
public sealed class MarketIds
{
    private const int MostLetters = 56;

    private readonly HashSet<string> taken = [];
    private readonly Dictionary<string, string> instruments = [];
    private readonly Dictionary<FactorCalibration, string> factors = [];

    /// <summary>Gives an id to every instrument, then to every factor.</summary>
    public MarketIds(CalibrationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        foreach (var entry in result.Instruments)
            instruments.Add(entry.Instrument, Free(Word(entry.Instrument)));
        foreach (var factor in result.Factors)
        {
            factors.Add(
                factor,
                Free(
                    factor.Role switch
                    {
                        FactorRole.Market => "market",
                        FactorRole.Sector => "sector",
                        FactorRole.Residual => Word(factor.Column),
                        _ => instruments[factor.Column] + "-factor",
                    }
                )
            );
        }
    }

    /// <summary>The id of an instrument's column.</summary>
    public string Of(string column) => instruments[column];

    /// <summary>The id of a factor.</summary>
    public string Of(FactorCalibration factor) => factors[factor];

    /// <summary>The text as an id: everything but a-z, 0-9 and inner dots becomes a hyphen.</summary>
    public static string Word(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var word = new StringBuilder();
        foreach (var character in text.ToLowerInvariant())
        {
            var isLetter = char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character);
            if (isLetter)
                word.Append(character);
            else if (word.Length > 0 && word[^1] is not ('-' or '.'))
                word.Append(character == '.' ? '.' : '-');
        }

        var id = word.ToString(0, Math.Min(word.Length, MostLetters)).TrimEnd('-', '.');
        return id.Length > 0 ? id : "column";
    }

    private string Free(string id)
    {
        var free = id;
        for (var number = 2; !taken.Add(free); number++)
            free = $"{id}-{number}";
        return free;
    }
}
