using System.Globalization;
using System.Text.RegularExpressions;

namespace RiskEngine.Importing.Identifiers;

/// <summary>A listed option.</summary>
/// <param name="Underlying">The symbol of what it is on.</param>
/// <param name="Expiry">Its last day.</param>
/// <param name="IsCall">Whether it is a call; else a put.</param>
/// <param name="Strike">Its strike, in the currency of the underlying.</param>
/// <param name="Multiplier">Units of the underlying that one contract is on.</param>
public sealed partial record OptionContract(string Underlying, DateOnly Expiry, bool IsCall, double Strike, double Multiplier)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const int Timeout = 20_000;

    /// <summary>What a contract is on unless the file says otherwise.</summary>
    public const double UsualMultiplier = 100;

    private static readonly string[] months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    /// <summary>The symbol of the Options Clearing Corporation without padding: <c>SPY261218P00600000</c>.</summary>
    public string OccSymbol =>
        $"{Underlying}{Expiry.ToString("yyMMdd", CultureInfo.InvariantCulture)}{(IsCall ? 'C' : 'P')}"
        + ((long)Math.Round(Strike * 1000)).ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>
    /// The option that a symbol or a name says: by OCC (<c>SPY   261218P00600000</c>), Fidelity (<c>-SPY261218P600</c>), Schwab
    /// (<c>SPY 12/18/2026 600.00 P</c>), Interactive Brokers (<c>SPY 18DEC26 600 P</c>), moomoo (<c>SPY 261218 600.00P</c>), Merrill
    /// (<c>PUT SPY 600.00 EXP 12-18-26</c>), Robinhood (<c>SPY 12/18/2026 Put $600.00</c>), or in words (<c>SPY DEC 18 2026 $600 PUT</c>,
    /// <c>SPY Dec 18 '26 $600 Put</c>); null where it says none.
    /// </summary>
    public static OptionContract? Parse(string text)
    {
        var plain = text.Trim().TrimStart('-').Trim().ToUpperInvariant();
        if (plain.Length is < 12 or > 60 || !plain.AsSpan().ContainsAnyInRange('0', '9'))
            return null;
        if (Occ().Match(plain) is { Success: true } occ)
            return Of(occ, occ.Groups["y"].Value, Number(occ, "m"), Number(occ, "strike") / 1000.0);
        if (Fidelity().Match(plain) is { Success: true } fidelity)
            return Of(fidelity, fidelity.Groups["y"].Value, Number(fidelity, "m"), StrikeOf(fidelity));
        foreach (var form in new[] { Schwab(), Robinhood(), Merrill(), Moomoo() })
        {
            if (form.Match(plain) is { Success: true } match)
                return Of(match, match.Groups["y"].Value, Number(match, "m"), StrikeOf(match));
        }

        foreach (var form in new[] { InteractiveBrokers(), Words() })
        {
            if (form.Match(plain) is { Success: true } match)
                return Of(match, match.Groups["y"].Value, Array.IndexOf(months, match.Groups["mon"].Value) + 1, StrikeOf(match));
        }

        return null;
    }

    private static OptionContract? Of(Match match, string year, int month, double strike)
    {
        var (y, d) = (int.Parse(year, CultureInfo.InvariantCulture), Number(match, "d"));
        y = y < 100 ? y + 2000 : y;
        return y <= 2200 && month is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, month) && strike > 0
            ? new OptionContract(
                match.Groups["root"].Value.Trim(),
                new DateOnly(y, month, d),
                match.Groups["right"].Value[0] == 'C',
                strike,
                UsualMultiplier
            )
            : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static double StrikeOf(Match match) =>
        double.Parse(match.Groups["strike"].Value.Replace(",", ""), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<root>[A-Z0-9.]{1,6}) *(?<y>[0-9]{2})(?<m>[0-9]{2})(?<d>[0-9]{2})(?<right>[CP])(?<strike>[0-9]{8})\z",
        Options,
        Timeout
    )]
    private static partial Regex Occ();

    [GeneratedRegex(
        @"^(?<root>[A-Z.]{1,6})(?<y>[0-9]{2})(?<m>[0-9]{2})(?<d>[0-9]{2})(?<right>[CP])(?<strike>[0-9]{1,6}(\.[0-9]+)?)\z",
        Options,
        Timeout
    )]
    private static partial Regex Fidelity();

    [GeneratedRegex(
        @"^(?<root>[A-Z.]{1,6}) (?<m>[0-9]{1,2})/(?<d>[0-9]{1,2})/(?<y>[0-9]{4}|[0-9]{2}) "
            + @"\$?(?<strike>[0-9,]+(\.[0-9]+)?) (?<right>C|P|CALL|PUT)\z",
        Options,
        Timeout
    )]
    private static partial Regex Schwab();

    [GeneratedRegex(
        @"^(?<root>[A-Z.]{1,6}) (?<d>[0-9]{1,2})(?<mon>[A-Z]{3})(?<y>[0-9]{2}) (?<strike>[0-9,]+(\.[0-9]+)?) (?<right>C|P|CALL|PUT)\z",
        Options,
        Timeout
    )]
    private static partial Regex InteractiveBrokers();

    [GeneratedRegex(
        @"^(?<root>[A-Z.]{1,6}) (?<m>[0-9]{1,2})/(?<d>[0-9]{1,2})/(?<y>[0-9]{4}|[0-9]{2}) (?<right>CALL|PUT) "
            + @"\$(?<strike>[0-9,]+(\.[0-9]+)?)\z",
        Options,
        Timeout
    )]
    private static partial Regex Robinhood();

    [GeneratedRegex(
        @"^(?<right>CALL|PUT) +(?<root>[A-Z.]{1,6}) +(?<strike>[0-9,]+(\.[0-9]+)?) +EXP +(?<m>[0-9]{2})-(?<d>[0-9]{2})-(?<y>[0-9]{2})\z",
        Options,
        Timeout
    )]
    private static partial Regex Merrill();

    [GeneratedRegex(
        @"^(?<root>[A-Z.]{1,6}) (?<y>[0-9]{2})(?<m>[0-9]{2})(?<d>[0-9]{2}) (?<strike>[0-9,]+(\.[0-9]+)?)(?<right>[CP])\z",
        Options,
        Timeout
    )]
    private static partial Regex Moomoo();

    [GeneratedRegex(
        @"^(?<root>[A-Z.]{1,6}) (?<mon>[A-Z]{3}) (?<d>[0-9]{1,2}) '?(?<y>[0-9]{4}|[0-9]{2}) "
            + @"\$?(?<strike>[0-9,]+(\.[0-9]+)?) (?<right>CALL|PUT)\z",
        Options,
        Timeout
    )]
    private static partial Regex Words();
}
