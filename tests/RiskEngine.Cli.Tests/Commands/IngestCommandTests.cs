using System.Text.RegularExpressions;

namespace RiskEngine.Cli.Tests.Commands;

/// <summary>From an article of our own to a scenario that runs.</summary>
public sealed class IngestCommandTests
{
    private const string Article = """
        # Storage and chips

        By Marguerite Olan | March 9, 2026

        ## The numbers

        | Shipments (units) | 2024 | 2025 | 2028E |
        |---|---|---|---|
        | Humanoid robots | 10000 | 16000 | 90000 |

        We expect humanoid robots to reach 90,000 units in 2028.

        ## Recommendations

        ### Medium term (6-12 months)

        - Buy NVIDIA and AMD
        - Accumulate gold

        ## Risks

        - **Valuation.** Chip shares are priced for perfection.
        - **Supply chain.** A shortage of packaging would delay deliveries.
        """;

    private TestFolder folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = new TestFolder();
        folder.Write("note.md", Article);
        folder.Write("holdings.csv", "instrument,quantity,price,currency\nAAPL,10,250,USD\nMSFT,5,400,USD\n");
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Advice_to_buy_and_to_sell_at_once_is_a_scenario_that_is_valid()
    {
        folder.Write(
            "both.md",
            "# Chips\n\nBy Bo Ray | March 9, 2026\n\n## Recommendations\n\n- Buy NVIDIA and AMD\n- Sell Apple, price target $300\n"
        );

        var answer = folder.Run("ingest", "both.md", "--portfolio", "holdings.csv", "--out", "both", "--weight", "both=0.5");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Output, Does.Contain("both/advise-avoid-aapl: 0.95, 0.475 (weight 0.5: the weight that was given)"));
        // 300 less 15% of 250; 300 / 250 - 1 and 262.5 / 250 - 1.
        Assert.That(answer.Output, Does.Contain("aapl 300 USD (no date: taken as twelve months ahead), 262.5 (+20% to +5% from 250)"));
        Assert.That(folder.Read("both/scenario.yaml"), Does.Contain("recommendations.both-advise-invest-nvda-amd.size: 0.025"));
        Assert.That(folder.Read("both/scenario.yaml"), Does.Contain("confidence: 0.38, mean: aapl, is: 0.05"));
        Assert.That(folder.Run("validate", "both").Code, Is.EqualTo(ExitCode.Done));
    }

    [Test]
    public void A_target_with_a_day_is_brought_to_twelve_months()
    {
        folder.Write("dated.md", "# Chips\n\nBy Bo Ray | March 9, 2026\n\nOur year-end price target for Apple is $275.\n");

        var answer = folder.Run("ingest", "dated.md", "--portfolio", "holdings.csv", "--out", "dated");

        // 297 days to the end of 2026: 275 / 250 less 15 points a year, compounded to a year.
        var years = (new DateOnly(2026, 12, 31).DayNumber - new DateOnly(2026, 3, 9).DayNumber) / 365.25;
        var mean = Math.Round(Math.Pow((275.0 / 250) - (0.15 * years), 1 / years) - 1, 4);
        Assert.That(answer.Output, Does.Contain("aapl 275 USD (by 2026-12-31)"), answer.Error);
        Assert.That(
            folder.Read("dated/scenario.yaml"),
            Does.Contain($"is: {mean.ToString(System.Globalization.CultureInfo.InvariantCulture)}").And.Contain("targets by 2026-12-31")
        );
        Assert.That(folder.Run("validate", "dated").Code, Is.EqualTo(ExitCode.Done));
    }

    [Test]
    public void Authors_records_weigh_their_advice()
    {
        var head = "date,author,thesis,claim,prediction,run,probability,outcome\n";
        folder.Write("record.csv", head + "2025-01-05,Marguerite Olan,x,c,p,r,0.6,true\n");
        folder.Write("broken.csv", head + "soon,Marguerite Olan,x,c,p,r,2,perhaps\n");

        var answer = folder.Run("ingest", "note.md", "--out", "mine", "--record", "record.csv");
        var broken = folder.Run("ingest", "note.md", "--out", "other", "--record", "broken.csv");

        Assert.That(answer.Output, Does.Contain("1 of 1 calls were met"), answer.Error);
        Assert.That(broken.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(broken.Error, Does.Contain("broken.csv:2:1").And.Contain("found 'soon'"));
    }

    [Test]
    public void An_article_and_holdings_become_a_scenario_that_is_valid()
    {
        var answer = folder.Run("ingest", "note.md", "--portfolio", "holdings.csv", "--out", "scenarios/note");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Output, Does.Contain("2 recommendations").And.Contain("2 risks"));
        var valid = folder.Run("validate", "scenarios/note");
        Assert.That(valid.Code, Is.EqualTo(ExitCode.Done), valid.Error);
        var thesis = folder.Read("scenarios/note/theses/note.yaml");
        Assert.That(
            thesis,
            Does.Contain("targets: { nvda: 0.5, amd: 0.5 }").And.Contain("targets: { gld: 1 }").And.Contain("horizon: medium")
        );
        Assert.That(thesis, Does.Contain("above: 90000").And.Contain("line: 17"));
        Assert.That(folder.Read("scenarios/note/portfolios/holdings.csv"), Does.Contain("aapl").And.Not.Contain("nvda"));
        Assert.That(folder.Read("scenarios/note/articles/note.reading.html"), Does.Contain("<mark"));
    }

    [Test]
    public void What_is_said_of_a_holding_that_nobody_knows_is_kept_when_claims_change()
    {
        folder.Write("holdings.csv", "symbol,quantity,price,currency,name\nABCX,10,250,USD,Example S&P 500 Fund\nSAP.DE,5,200,CHF,SAP\n");
        string[] command = ["ingest", "note.md", "--portfolio", "holdings.csv", "--out", "scenarios/note"];

        var asked = folder.Run(command);
        var answer = folder.Run([.. command, "--as", "ABCX=us-equity", "--rate", "CHF=1.29"]);
        var again = folder.Run("claims", "scenarios/note", "--reject", "note/r1");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked.Error, Does.Contain("--as abcx=us-equity (a guess by its name)").And.Contain("--rate CHF=PRICE"));
            Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
            Assert.That(again.Error, Does.Not.Contain("does not know"));
            Assert.That(folder.Read("scenarios/note/portfolios/holdings.csv"), Does.Contain("sap,5,258,USD"));
        }
    }

    /// <summary>A list of holdings in German, whose file says neither a currency nor, for one row, a price.</summary>
    [Test]
    public void The_currency_and_the_prices_that_an_export_lacks_can_be_said_and_are_kept_when_claims_change()
    {
        folder.Write(
            "bestand.csv",
            "Bestand;Name;Symbol;Kurs;Marktwert\n100;Apple Inc.;AAPL;277,60;27.760,00\n40;SPDR S&P 500;SPY;686,97;27.478,80\n"
        );
        folder.Write("bare.csv", "symbol,quantity,currency\nAAPL,10,USD\nMSFT,5,USD\n");
        folder.Write("closes.csv", "date,AAPL,MSFT\n2026-03-05,260,400\n2026-03-06,250,410\n");

        var asked = folder.Run("ingest", "note.md", "--portfolio", "bestand.csv", "--out", "german");
        var answer = folder.Run("ingest", "note.md", "--portfolio", "bestand.csv", "--out", "german", "--currency", "usd");
        var priced = folder.Run("ingest", "note.md", "--portfolio", "bare.csv", "--out", "bare", "--prices", "closes.csv");
        var again = folder.Run("claims", "german", "--reject", "note/risk-valuation");
        var bare = folder.Run("claims", "bare", "--reject", "note/risk-valuation");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked.Code, Is.EqualTo(ExitCode.BadInput));
            Assert.That(asked.Error, Does.Contain("--currency"));
            Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
            Assert.That(priced.Code, Is.EqualTo(ExitCode.Done), priced.Error);
            Assert.That(again.Code, Is.EqualTo(ExitCode.Done), again.Error);
            Assert.That(bare.Code, Is.EqualTo(ExitCode.Done), bare.Error);
            Assert.That(folder.Read("german/portfolios/holdings.csv"), Does.Contain("aapl,100,277.6,USD"));
            Assert.That(folder.Read("bare/portfolios/holdings.csv"), Does.Contain("aapl,10,250,USD").And.Contain("msft,5,410,USD"));
            Assert.That(folder.Read("german/theses/note.yaml"), Does.Contain("2 条建议").And.Contain("2 recommendations"));
        }
    }

    [Test]
    public void The_scenario_runs()
    {
        folder.Run("ingest", "note.md", "--portfolio", "holdings.csv", "--out", "scenarios/note");

        var answer = folder.Run("run", "scenarios/note", "--paths", "1000", "--measures-only", "--case", "base");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Output, Does.Contain("following all"));
    }

    [Test]
    public void What_is_rejected_or_edited_stays_so_when_the_article_changes()
    {
        folder.Run("ingest", "note.md", "--out", "scenarios/note");

        var judged = folder.Run(
            "claims",
            "scenarios/note",
            "--reject",
            "advise-position-gold",
            "--edit",
            "advise-invest-nvda-amd",
            "horizon=long"
        );
        Assert.That(judged.Code, Is.EqualTo(ExitCode.Done), judged.Error);
        folder.Write("note.md", Article.Replace("- Buy NVIDIA and AMD", "- Buy NVIDIA and AMD\n- Reduce Tesla", StringComparison.Ordinal));
        var again = folder.Run("ingest", "note.md", "--out", "scenarios/note");

        Assert.That(again.Code, Is.EqualTo(ExitCode.Done), again.Error);
        Assert.That(again.Output, Does.Contain("+ note/advise-reduce-tsla"));
        var thesis = folder.Read("scenarios/note/theses/note.yaml");
        Assert.That(thesis, Does.Not.Contain("gld").And.Contain("horizon: long").And.Contain("[tsla]"));
        Assert.That(folder.Run("claims", "scenarios/note").Output, Does.Contain("rejected").And.Contain("horizon=long"));
    }

    [Test]
    public void A_file_that_was_changed_by_hand_is_not_written_over()
    {
        folder.Run("ingest", "note.md", "--out", "scenarios/note");
        folder.Write("scenarios/note/risks.yaml", folder.Read("scenarios/note/risks.yaml") + "# mine\n");

        var refused = folder.Run("ingest", "note.md", "--out", "scenarios/note");

        Assert.That(refused.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(refused.Error, Does.Contain("risks.yaml"));
        Assert.That(folder.Read("scenarios/note/risks.yaml"), Does.Contain("# mine"));
        Assert.That(folder.Run("ingest", "note.md", "--out", "scenarios/note", "--overwrite").Code, Is.EqualTo(ExitCode.Done));
    }

    [Test]
    public void An_article_without_advice_says_so_and_still_becomes_a_scenario()
    {
        folder.Write("essay.md", "# An essay\n\n*March 9, 2026*\n\nMoney is a memory. Nobody knows what comes next.\n");

        var answer = folder.Run("ingest", "essay.md", "--out", "scenarios/essay");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Output, Does.Contain("no advice"));
        Assert.That(folder.Run("validate", "scenarios/essay").Code, Is.EqualTo(ExitCode.Done));
    }

    [TestCase("missing.md", "the file 'missing.md' does not exist")]
    [TestCase("holdings.csv", "as-of")]
    public void What_cannot_be_used_is_refused_and_nothing_is_written(string file, string message)
    {
        var answer = folder.Run("ingest", file, "--out", "scenarios/x");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain(message));
        Assert.That(folder.Has("scenarios/x"), Is.False);
    }

    [Test]
    public void An_unknown_claim_gets_a_near_name()
    {
        folder.Run("ingest", "note.md", "--out", "scenarios/note");

        var answer = folder.Run("claims", "scenarios/note", "--reject", "note/risk-valuaton");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain("did you mean 'note/risk-valuation'?"));
    }

    [Test]
    public void The_audit_shows_both_sides_and_the_sum_in_three_forms()
    {
        folder.Write("bad.md", "# Note\n\nRevenue rose 50% from $10bn to $12bn in 2025.\n");

        Assert.That(folder.Run("audit", "bad.md").Output, Does.Contain("20.0%").And.Contain("bad.md:3").And.Contain("1 finding"));
        Assert.That(folder.Run("audit", "bad.md", "--markdown").Output, Does.StartWith("# Audit"));
        Assert.That(folder.Run("audit", "bad.md", "--json").Output, Does.Contain("\"kind\": \"growth\""));
    }

    [Test]
    public void Of_many_findings_of_one_kind_the_screen_shows_the_first_and_json_has_all()
    {
        var sentences = Enumerable.Range(0, 25).Select(i => $"Revenue of firm {i} rose 50% from $10bn to $12bn in 2025.");
        folder.Write("bad.md", $"# Note\n\n{string.Join("\n\n", sentences)}\n");

        var screen = folder.Run("audit", "bad.md").Output;
        Assert.That(Regex.Count(screen, "^[0-9]+\\. growth:", RegexOptions.Multiline), Is.EqualTo(20));
        Assert.That(screen, Does.Contain("growth: and 5 more findings of this kind").And.Contain("25 findings"));
        Assert.That(Regex.Count(folder.Run("audit", "bad.md", "--json").Output, "\"kind\": \"growth\""), Is.EqualTo(25));
    }

    [Test]
    public void Of_many_claims_that_cannot_be_used_the_screen_shows_the_first_and_how_many_more()
    {
        var sentences = Enumerable.Range(0, 130).Select(i => $"We expect gold to reach ${2_000 + i} in {2027 + i % 3}.");
        folder.Write("many.md", $"# Note\n\n2 March 2026\n\n{string.Join("\n\n", sentences)}\n");

        var lines = folder.Run("ingest", "many.md", "--out", "many").Output.Split('\n');
        Assert.That(lines.Count(l => l.Contains("no table of the article", StringComparison.Ordinal)), Is.EqualTo(100));
        Assert.That(lines, Has.Some.Contains("and 30 more claims that the engine cannot use"));
    }
}
