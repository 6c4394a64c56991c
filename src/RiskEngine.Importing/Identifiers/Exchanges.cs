using System.Collections.Frozen;

namespace RiskEngine.Importing.Identifiers;

/// <summary>Exchanges by their market identifier code (ISO 10383) and by the short names that brokers write.</summary>
internal static class Exchanges
{
    private static readonly FrozenDictionary<string, string> suffixes = Index(
        ("", "XNAS XNYS ARCX XASE BATS NASDAQ NYSE AMEX ARCA"),
        ("TO", "XTSE TSX TSE-TSX"),
        ("V", "XTSX TSXV"),
        ("L", "XLON LSE LON"),
        ("DE", "XETR XETRA IBIS IBIS2 ETR"),
        ("F", "XFRA FRA"),
        ("PA", "XPAR EPA SBF"),
        ("AS", "XAMS AMS AEB"),
        ("BR", "XBRU EBR"),
        ("LS", "XLIS ELI"),
        ("MI", "XMIL MTAA BIT BVME"),
        ("MC", "XMAD BME BM"),
        ("SW", "XSWX XVTX SWX EBS SIX"),
        ("VI", "XWBO VIE"),
        ("CO", "XCSE CPH CSE"),
        ("ST", "XSTO STO SFB"),
        ("OL", "XOSL OSL OSE"),
        ("HE", "XHEL HEL HEX"),
        ("IR", "XDUB ISE"),
        ("AX", "XASX ASX"),
        ("SI", "XSES SGX"),
        ("HK", "XHKG SEHK HKEX"),
        ("SH", "XSHG SSE SHSE"),
        ("SZ", "XSHE SZSE"),
        ("T", "XTKS TYO"),
        ("KS", "XKRX KRX"),
        ("TW", "XTAI TWSE")
    );

    /// <summary>The suffix of symbols of an exchange, <c>TO</c>; empty for those of the United States, null where nobody knows
    /// it.</summary>
    public static string? SuffixOf(string exchange) => suffixes.GetValueOrDefault(exchange.Trim());

    private static FrozenDictionary<string, string> Index(params (string Suffix, string Names)[] exchanges) =>
        exchanges
            .SelectMany(e => e.Names.Split(' ').Select(n => KeyValuePair.Create(n, e.Suffix)))
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
