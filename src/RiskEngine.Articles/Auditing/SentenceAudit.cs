using System.Globalization;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Auditing;

/// <summary>What one sentence says of figures, held against its own figures and those of tables.</summary>
internal static class SentenceAudit
{
    private const double Tolerance = 0.015;

    /// <summary>The findings of an article's sentences.</summary>
    public static IEnumerable<AuditFinding> Find(ArticleReading reading, IReadOnlyList<Fact> facts)
    {
        var tables = new TableFacts(facts.Where(f => f.Place.File == reading.Article.File));
        foreach (var sentence in reading.Sentences.Where(s => s.IsProse && s.Text[^1] is not ('?' or '？')))
        {
            foreach (
                var finding in FromTo(sentence, reading)
                    .Concat(Growths(sentence, reading, tables))
                    .Concat(MultipleAudit.Find(sentence, reading, tables))
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
                        new(
                            $"{Percent(claim.Value)} a year is claimed; the figures give {Percent(annual)}",
                            $"文称年均 {Percent(claim.Value)}；按文中数字为 {Percent(annual)}"
                        ),
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
                var isGrowth = claim.Kind == QuantityKind.Percent;
                var (said, gives) = isGrowth ? (Percent(claim.Value), Percent(calculated)) : (Number(claim.Value), Number(calculated));
                var (times, timesChinese) = isGrowth ? ("", "") : (" times", " 倍");
                yield return Finding(
                    isGrowth ? "growth" : "multiple",
                    new(
                        $"{said}{times} is claimed; the figures beside it give {gives}{times}",
                        $"文称 {said}{timesChinese}；按旁边的数字为 {gives}{timesChinese}"
                    ),
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
    private static IEnumerable<AuditFinding> Growths(SentenceReading sentence, ArticleReading reading, TableFacts tables)
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
            var before = now is null ? null : tables.Of(now.Name).FirstOrDefault(f => f.Text == now.Text && f.Year == date.Year - 1);
            if (now is null || before is null || before.Quantity.Value <= 0 || now.Quantity.Kind == QuantityKind.Percent)
                continue;
            var calculated = now.Quantity.Value / before.Quantity.Value - 1;
            var isFall = FigureWords.FallWords().IsMatch(sentence.Text[..claim.Start]);
            var claimed = isFall ? -claim.Value : claim.Value;
            if (Math.Abs(calculated - claimed) > Tolerance)
            {
                yield return Finding(
                    "growth",
                    new(
                        $"{now.Name} {date.Year}: {Percent(claimed)} is claimed; the table gives {Percent(calculated)}",
                        $"{now.Name}（{date.Year} 年）：文称增长 {Percent(claimed)}；按表格为 {Percent(calculated)}"
                    ),
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

    /// <summary>"68 billion, or 52% of the total": part, share and a total of the table.</summary>
    private static IEnumerable<AuditFinding> Shares(SentenceReading sentence, ArticleReading reading, TableFacts tables)
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
            ?? tables.Wholes(date.Year).FirstOrDefault(f => f.Quantity.Kind == part.Kind && f.Quantity.Unit == part.Unit)?.Quantity.Value;
        if (whole is { } total && Math.Abs(part.Value / total - share.Value) > Tolerance)
        {
            yield return Finding(
                "share",
                new(
                    $"a share of {Percent(share.Value)} is claimed; the figures give {Percent(part.Value / total)}",
                    $"文称占比 {Percent(share.Value)}；按文中数字为 {Percent(part.Value / total)}"
                ),
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
                yield return Finding("unit", ImpossibleShare("", quantity.Value), "", reading, sentence);
            if (quantity.Value > 1 && FigureWords.FallWords().IsMatch(before))
            {
                var fall = Percent(quantity.Value);
                yield return Finding("unit", new($"nothing falls by {fall}", $"降幅不可能达到 {fall}"), "", reading, sentence);
            }
        }

        if (FigureWords.BadDay().Match(sentence.Text) is { Success: true } day)
            yield return Finding("date", new($"there is no day '{day.Value}'", $"不存在“{day.Value}”这个日期"), "", reading, sentence);
    }

    /// <summary>What is said of a share below nothing or above all.</summary>
    /// <param name="of">Whose share, with what parts it from the rest; may be empty.</param>
    /// <param name="share">The share, a part.</param>
    internal static LocalText ImpossibleShare(string of, double share) =>
        new($"{of}a share of {Percent(share)} cannot be", $"{of}占比不可能为 {Percent(share)}");

    /// <summary>The row of a table that a sentence names, the longest name first.</summary>
    private static Fact? Named(TableFacts tables, SentenceReading sentence, int year) =>
        tables.Named(sentence.Text).Where(f => f.Year == year).MaxBy(f => f.Name.Length);

    private static bool GrowthNear(string text, Quantity claim)
    {
        var from = Math.Max(0, claim.Start - 16);
        return FigureWords.GrowthWords().IsMatch(text[from..Math.Min(text.Length, claim.Start + claim.Length + 10)]);
    }

    /// <summary>A finding about a sentence.</summary>
    internal static AuditFinding Finding(
        string kind,
        LocalText says,
        string computation,
        ArticleReading reading,
        SentenceReading sentence,
        params AuditPlace[] others
    ) => new(kind, says, computation, [FactReader.Place(reading, Evidence.Of(reading.Article, sentence.Sentence)), .. others], []);

    /// <summary>A part as a percentage with one digit.</summary>
    internal static string Percent(double value) => (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>A number with four digits.</summary>
    internal static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
