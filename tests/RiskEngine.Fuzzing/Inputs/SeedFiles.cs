using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace RiskEngine.Fuzzing.Inputs;

/// <summary>Small files of kinds that the repository has no samples of.</summary>
internal static class SeedFiles
{
    private const string Article = """
        # Chips for inference

        By Jane Doe, 6 February 2026

        We recommend buying NVIDIA and TSMC over the next 12 months. The inference market will reach $100bn in 2026, after $54bn in 2025.

        | Year | 2024 | 2025 | 2026 |
        |---|---|---|---|
        | Inference, $bn | 31 | 54 | 100 |

        ## Risks

        - Supply chain: advanced packaging may stay short for years.
        """;

    /// <summary>Writes them into a folder, one below it for each kind.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="plugin">A compiled plug-in.</param>
    public static void Write(string folder, string plugin)
    {
        Text(folder, "prices/prices.csv", Prices());
        Text(folder, "claims/article.md", Article);
        Text(folder, "formats/format.yaml", Format);
        Text(folder, "formats/positions.csv", "Ticker,Stück,Kurs,Whg\nNVDA,10,180.5,USD\nMSFT,2,410,USD\n");
        Text(folder, "quotes/quotes.csv", Quotes);
        Text(
            folder,
            "securities/securities.csv",
            "symbols,name,country,sector,size\nABCX,Abc Inc,US,technology,mid\nDEFX|DEF.US,Def,US,financials,large\n"
        );
        Text(folder, "securities/positions.csv", "symbol,quantity,price,currency\nABCX,10,180.5,USD\nMSFT,2,410,USD\n");
        foreach (var (file, text) in SmallScenario.Files)
            Text(folder, $"small/{file}", text);
        Text(folder, "plugin/scenario.yaml", "name: Tiny\nasOf: 2026-02-06\ncurrency: USD\nplugins: [plugin.dll]\n");
        File.Copy(plugin, Path.Combine(folder, "plugin", "plugin.dll"), overwrite: true);
        Directory.CreateDirectory(Path.Combine(folder, "pdf"));
        File.WriteAllBytes(Path.Combine(folder, "pdf", "article.pdf"), Pdf());
    }

    private const string Format = """
        name: Mine
        recognise: [Ticker, Stück]
        columns:
          symbol: [Ticker]
          quantity: [Stück]
          price: [Kurs]
          currency: [Whg]
        decimal: point
        skip:
          - { column: symbol, matches: "^Total", reason: a total }
        """;

    private const string Quotes = """
        instrument,expiry,tenor,strike,quote
        deposit,,3m,,0.0368
        swap,,2y,,0.0350
        swap,,5y,,0.0362
        swap,,10y,,0.0391
        swaption,1y,5y,,0.0092
        swaption,5y,5y,,0.0089
        """;

    /// <summary>Closes of 420 days that wander as closes do; the numbers are those of a linear congruence.</summary>
    private static string Prices()
    {
        var text = new StringBuilder("date,A,B,C\n");
        var (state, prices) = (1u, new double[] { 100, 50, 20 });
        for (var day = 0; day < 420; day++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{new DateOnly(2024, 1, 1).AddDays(day):yyyy-MM-dd}");
            for (var i = 0; i < prices.Length; i++)
            {
                state = (1664525 * state) + 1013904223; // Knuth and Lewis, in Press et al., Numerical Recipes, 7.1
                prices[i] *= Math.Exp(0.02 * ((state / (double)uint.MaxValue) - 0.5));
                text.Append(CultureInfo.InvariantCulture, $",{prices[i]:0.00}");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static byte[] Pdf()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var page = builder.AddPage(PageSize.A4);
        var y = 780d;
        foreach (var line in Article.Split('\n').Where(l => l.Trim().Length > 0))
        {
            page.AddText(line.TrimEnd('\r'), 10, new PdfPoint(40, y), font);
            y -= 16;
        }

        return builder.Build();
    }

    private static void Text(string folder, string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
