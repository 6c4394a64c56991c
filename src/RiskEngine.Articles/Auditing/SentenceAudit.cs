using System.Globalization;
using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Quantities;
using RiskEngine.Articles.Theses;

namespace RiskEngine.Articles.Auditing;

/// <summary>What one sentence says of figures, held against its own figures and those of tables.</summary>
internal static class SentenceAudit
{
    private const double Tolerance = 0.015;

    /// <summary>The findings of an article's sentences.</summary>
    public static IEnumerable<AuditFinding> Find(ArticleReading reading, IReadOnlyList<Fact> facts)
    {
        var tables = facts.Where(f => f.IsTable && f.Place.File == reading.Article.File).ToList();
        foreach (var sentence in reading.Sentences.Where(s => s.IsProse && s.Text[^1] is not ('?' or '？')))
        {
            foreach (
                var finding in FromTo(sentence, reading)
                    .Concat(Growths(sentence, reading, tables))
                    .Concat(Multiples(sentence, reading, tables))
            )
            {
                yield return finding;
            }

            foreach (
                var finding in Shares(sentence, reading, tables)
                    .Concat(Units(sentence, reading))
                    .Concat(FastestAudit.Find(sentence, reading, tables))
            )
            {
                yield return finding;
            }
        }
    }

    /// <summary>"Rose by half from 10 to 12": the change that is claimed and both ends stand in the sentence.</summary>
    private static IEnumerable<AuditFinding> FromTo(SentenceReading sentence, ArticleReading reading)
    {
        if (Ends(sentence) is not { From: > 0, To: > 0 } ends)
            yield break;
        var ratio = ends.To / ends.From;
        foreach (var claim in sentence.Quantities.Where(q => q.Kind is QuantityKind.Percent or QuantityKind.Multiple))
        {
            if (claim.Kind == QuantityKind.Percent && !FigureWords.GrowthWords().IsMatch(sentence.Text))
                continue;
            if (FigureWords.Annual().IsMatch(sentence.Text))
            {
                var years = sentence.Dates.Where(d => d.IsYears).Select(d => d.Year).Distinct().Order().ToList();
                if (years.Count < 2)
                    continue;
                var annual = Math.Pow(ratio, 1.0 / (years[^1] - years[0])) - 1;
                if (Math.Abs(annual - claim.Value) > Tolerance)
                {
                    yield return Finding(
                        "annual-growth",
                        $"{Percent(claim.Value)} a year is claimed; the figures give {Percent(annual)}",
                        $"{Number(ratio)}^(1/{years[^1] - years[0]}) - 1 = {Percent(annual)}",
                        reading,
                        sentence
                    );
                }

                continue;
            }

            var calculated = claim.Kind == QuantityKind.Percent ? Math.Abs(ratio - 1) : ratio;
            var tolerance =
                claim.Kind == QuantityKind.Percent
                    ? Tolerance + 0.02 * claim.Value
                    : (claim.Bound == QuantityBound.None ? 0.15 : 0.3) * claim.Value;
            if (
                Math.Abs(calculated - claim.Value) > tolerance
                && !(claim.Kind == QuantityKind.Multiple && Math.Abs(1 / ratio - claim.Value) <= tolerance)
            )
            {
                var (kind, said, gives) =
                    claim.Kind == QuantityKind.Percent
                        ? ("growth", Percent(claim.Value), Percent(calculated))
                        : ("multiple", $"{Number(claim.Value)} times", $"{Number(calculated)} times");
                yield return Finding(
                    kind,
                    $"{said} is claimed; the figures beside it give {gives}",
                    $"{Number(ends.To)} / {Number(ends.From)} = {Number(ratio)}",
                    reading,
                    sentence
                );
            }
        }
    }

    /// <summary>The two amounts that a change lies between, the earlier one first; null where the sentence has none such.</summary>
    private static (double From, double To)? Ends(SentenceReading sentence)
    {
        var amounts = sentence.Quantities.Where(q => q.Kind is QuantityKind.Money or QuantityKind.Amount).ToList();
        if (!FigureWords.FromWords().IsMatch(sentence.Text))
            return null;

        // "From 10 to 12" beside each other reads as a range.
        if (amounts is [{ IsRange: true } range])
            return (range.Low, range.High);
        if (amounts is not [var first, var second] || first.Unit != second.Unit)
            return null;
        var isReversed = FigureWords.Reversed().IsMatch(sentence.Text[(first.Start + first.Length)..second.Start]);
        return isReversed ? (second.Value, first.Value) : (first.Value, second.Value);
    }

    /// <summary>A growth rate for a year and a thing that a table has for that year and the one before.</summary>
    private static IEnumerable<AuditFinding> Growths(SentenceReading sentence, ArticleReading reading, List<Fact> tables)
    {
        if (!FigureWords.GrowthWords().IsMatch(sentence.Text))
            yield break;
        foreach (
            var claim in sentence.Quantities.Where(q =>
                q is { Kind: QuantityKind.Percent, IsRange: false, Bound: not QuantityBound.AtLeast }
            )
        )
        {
            var date =
                sentence.Dates.Where(d => d.IsYears && d.Start < claim.Start).MaxBy(d => d.Start)
                ?? sentence.Dates.FirstOrDefault(d => d.IsYears);
            if (date is null || date.To.Year != date.From.Year || !GrowthNear(sentence.Text, claim))
                continue;
            var now = Named(tables, sentence, date.Year);
            var before = now is null ? null : tables.Find(f => f.Name == now.Name && f.Text == now.Text && f.Year == date.Year - 1);
            if (now is null || before is null || before.Quantity.Value <= 0 || now.Quantity.Kind == QuantityKind.Percent)
                continue;
            var calculated = now.Quantity.Value / before.Quantity.Value - 1;
            var isFall = FigureWords.FallWords().IsMatch(sentence.Text[..claim.Start]);
            var claimed = isFall ? -claim.Value : claim.Value;
            if (Math.Abs(calculated - claimed) > Tolerance)
            {
                yield return Finding(
                    "growth",
                    $"{now.Name} {date.Year}: {Percent(claimed)} is claimed; the table gives {Percent(calculated)}",
                    $"{Number(now.Quantity.Value)} / {Number(before.Quantity.Value)} - 1 = {Percent(calculated)}",
                    reading,
                    sentence,
                    now.Place
                ) with
                {
                    Other = new OtherFigure(now.Place, date.Year, before.Quantity.Value * (1 + claimed)),
                };
            }
        }
    }

    /// <summary>"Nearly three times as large as": two rows of a table named in one sentence.</summary>
    private static IEnumerable<AuditFinding> Multiples(SentenceReading sentence, ArticleReading reading, List<Fact> tables)
    {
        foreach (var claim in sentence.Quantities.Where(q => q.Kind == QuantityKind.Multiple))
        {
            if (sentence.Dates.FirstOrDefault(d => d.IsYears) is not { } date)
                continue;
            var named = tables
                .Where(f => f.Year == date.Year && f.Quantity.Kind != QuantityKind.Percent && Starts(f.Name, sentence.Text) >= 0)
                .OrderBy(f => Starts(f.Name, sentence.Text))
                .ToList();
            double calculated;
            if (named.Count >= 2 && named[0].SameUnit(named[1]))
            {
                calculated = named[0].Quantity.Value / named[1].Quantity.Value;
            }
            else if (
                named.Count == 1
                && FigureWords.Since().Match(sentence.Text) is { Success: true } since
                && tables.Find(f => f.Name == named[0].Name && f.Year == int.Parse(since.Groups["y"].Value, CultureInfo.InvariantCulture))
                    is { } start
            )
            {
                calculated = tables
                    .Where(f =>
                        f.Name == start.Name
                        && f.Year > start.Year
                        && sentence.Text.Contains(f.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                    )
                    .Select(f => f.Quantity.Value / start.Quantity.Value)
                    .LastOrDefault(double.NaN);
            }
            else
            {
                continue;
            }

            if (
                !double.IsNaN(calculated)
                && Math.Abs(calculated - claim.Value) > (claim.Bound == QuantityBound.None ? 0.1 : 0.17) * claim.Value
            )
            {
                yield return Finding(
                    "multiple",
                    $"{Number(claim.Value)} times is claimed; the table gives {Number(calculated)}",
                    $"ratio of the table's figures = {Number(calculated)}",
                    reading,
                    sentence,
                    named[0].Place
                );
            }
        }
    }

    /// <summary>"68 billion, or 52% of the total": part, share and a total of the table.</summary>
    private static IEnumerable<AuditFinding> Shares(SentenceReading sentence, ArticleReading reading, List<Fact> tables)
    {
        if (
            FigureWords.ShareWords().Match(sentence.Text) is not { Success: true }
            || sentence.Dates.FirstOrDefault(d => d.IsYears) is not { } date
        )
        {
            yield break;
        }

        var part = sentence.Quantities.FirstOrDefault(q => q.Kind is QuantityKind.Money or QuantityKind.Amount);
        var share = sentence.Quantities.FirstOrDefault(q => q.Kind == QuantityKind.Percent);
        if (part is null || share is null)
            yield break;
        var whole =
            sentence.Quantities.FirstOrDefault(q => q != part && q.Kind == part.Kind && q.Unit == part.Unit && q.Value > part.Value)?.Value
            ?? tables
                .Find(f =>
                    f.Year == date.Year
                    && f.Quantity.Kind == part.Kind
                    && f.Quantity.Unit == part.Unit
                    && FigureWords.WholeName().IsMatch(f.Name)
                )
                ?.Quantity.Value;
        if (whole is { } total && Math.Abs(part.Value / total - share.Value) > Tolerance)
        {
            yield return Finding(
                "share",
                $"a share of {Percent(share.Value)} is claimed; the figures give {Percent(part.Value / total)}",
                $"{Number(part.Value)} / {Number(total)} = {Percent(part.Value / total)}",
                reading,
                sentence
            );
        }
    }

    private static IEnumerable<AuditFinding> Units(SentenceReading sentence, ArticleReading reading)
    {
        foreach (var quantity in sentence.Quantities.Where(q => q.Kind == QuantityKind.Percent))
        {
            var before = sentence.Text[Math.Max(0, quantity.Start - 24)..quantity.Start];
            if (quantity.Value > 1 && FigureWords.WholeShare().IsMatch(before) && !FigureWords.GrowthWords().IsMatch(before))
                yield return Finding("unit", $"a share of {Percent(quantity.Value)} cannot be", "", reading, sentence);
            if (quantity.Value > 1 && FigureWords.FallWords().IsMatch(before))
                yield return Finding("unit", $"nothing falls by {Percent(quantity.Value)}", "", reading, sentence);
        }

        if (FigureWords.BadDay().Match(sentence.Text) is { Success: true } day)
            yield return Finding("date", $"there is no day '{day.Value}'", "", reading, sentence);
    }

    /// <summary>The row of a table that a sentence names, the longest name first.</summary>
    private static Fact? Named(List<Fact> tables, SentenceReading sentence, int year) =>
        tables.Where(f => f.Year == year && Names.SameThing(f.Name, sentence.Text)).MaxBy(f => f.Name.Length);

    private static int Starts(string name, string text)
    {
        var core = Names.Core(name);
        var at = text.IndexOf(core, StringComparison.OrdinalIgnoreCase);
        return at >= 0 || core.Length < 4 ? at : text.IndexOf(core[..^2], StringComparison.OrdinalIgnoreCase);
    }

    private static bool GrowthNear(string text, Quantity claim)
    {
        var from = Math.Max(0, claim.Start - 16);
        return FigureWords.GrowthWords().IsMatch(text[from..Math.Min(text.Length, claim.Start + claim.Length + 10)]);
    }

    /// <summary>A finding about a sentence.</summary>
    internal static AuditFinding Finding(
        string kind,
        string says,
        string computation,
        ArticleReading reading,
        SentenceReading sentence,
        params AuditPlace[] others
    ) => new(kind, says, computation, [FactReader.Place(reading, Evidence.Of(reading.Article, sentence.Sentence)), .. others], []);

    /// <summary>A part as a percentage with one digit.</summary>
    internal static string Percent(double value) => (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
