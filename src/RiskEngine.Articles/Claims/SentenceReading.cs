using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Entities;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Claims;

/// <summary>A sentence with all that was found in it.</summary>
internal sealed record SentenceReading(
    Sentence Sentence,
    SectionRole Role,
    IReadOnlyList<EntityMention> Entities,
    IReadOnlyList<DateExpression> Dates,
    IReadOnlyList<Quantity> Quantities
)
{
    /// <summary>Its words.</summary>
    public string Text => Sentence.Text;

    /// <summary>Whether it can hold claims in words: no heading, table row or part of the page.</summary>
    public bool IsProse => Role != SectionRole.Boilerplate && Sentence.Block.Kind is not (BlockKind.Heading or BlockKind.TableRow);

    /// <summary>Reads one sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="scanner">Knows the names.</param>
    /// <param name="published">The day that relative dates count from.</param>
    /// <param name="home">The currency that a bare 元 is in.</param>
    public static SentenceReading Of(Sentence sentence, EntityScanner scanner, DateOnly? published, string home = "CNY")
    {
        var entities = scanner.Scan(sentence.Prose);
        var dates = DateScanner.Scan(sentence.Prose, published);
        var taken = entities.Select(e => (e.Start, e.Length)).Concat(dates.Select(d => (d.Start, d.Length))).ToList();
        var quantities = QuantityScanner
            .Scan(sentence.Prose, taken)
            .Select(q => HomeCurrency.Apply(q, home, sentence.Prose, PriceTargets.IsOne(q, sentence.Text)))
            .ToList();
        return new SentenceReading(sentence, Sections.Of(sentence.Block), entities, dates, quantities);
    }
}
