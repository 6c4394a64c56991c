using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Claims;

/// <summary>Pairs figures with years where a sentence lists as many of the one as of the other: 2025-2027年分别为5.1/7.0/9.0亿元.</summary>
internal static class ParallelFigures
{
    private const int MostYears = 6;

    /// <summary>The year of each figure that such a list dates.</summary>
    public static IReadOnlyDictionary<Quantity, DateExpression> Of(SentenceReading sentence)
    {
        var dated = new Dictionary<Quantity, DateExpression>();
        foreach (var run in Runs(sentence))
        {
            var years = sentence.Dates.LastOrDefault(d => d.Start < run[0].Start && YearsOf(d) == run.Count);
            if (years is null)
                continue;
            for (var i = 0; i < run.Count; i++)
            {
                var year = years.From.Year + i;
                dated[run[i]] = years with { From = new DateOnly(year, 1, 1), To = new DateOnly(year, 12, 31) };
            }
        }

        return dated;
    }

    private static int YearsOf(DateExpression date) =>
        date.Kind == DateKind.Calendar && date.IsYears && date.Year - date.From.Year is > 0 and < MostYears and var more ? more + 1 : 0;

    /// <summary>Figures of one kind with nothing but the signs of a list between them.</summary>
    private static IEnumerable<List<Quantity>> Runs(SentenceReading sentence)
    {
        var run = new List<Quantity>();
        foreach (var quantity in sentence.Quantities)
        {
            var goesOn =
                run.Count > 0
                && run[^1].Kind == quantity.Kind
                && run[^1].Unit == quantity.Unit
                && ListedFigures.AreListed(run[^1], quantity, sentence.Text);
            if (!goesOn && run.Count > 1)
                yield return run;
            if (!goesOn)
                run = [];
            run.Add(quantity);
        }

        if (run.Count > 1)
            yield return run;
    }
}
