using RiskEngine.Abstractions.Theses;

namespace RiskEngine.Abstractions.Portfolios;

/// <summary>
/// The variants of every portfolio of a model, in order: as held; following all; then for each traded recommendation following only it,
/// and following all without it. The only place that knows this order.
/// </summary>
/// <remarks>
/// Without a traded recommendation there is only the portfolio as held, and following all is the same. With a single one, only it is the
/// same as all, and all without it the same as held: there are two variants.
/// </remarks>
/// <param name="traded">The recommendations that trade, in the model's order.</param>
public sealed class VariantSet(IReadOnlyList<Recommendation> traded)
{
    private const int HeadlineVariants = 2;

    /// <summary>The recommendations that trade.</summary>
    public IReadOnlyList<Recommendation> Traded => traded;

    /// <summary>How many variants there are.</summary>
    public int Count =>
        traded.Count switch
        {
            0 => 1,
            1 => HeadlineVariants,
            var n => HeadlineVariants + (2 * n),
        };

    /// <summary>How many of them are headline variants: as held, and following all where that is another one. They come first.</summary>
    public int HeadlineCount => Math.Min(Count, HeadlineVariants);

    /// <summary>All variants.</summary>
    public IEnumerable<VariantIndex> All => VariantIndex.First(Count);

    /// <summary>The headline variants.</summary>
    public IEnumerable<VariantIndex> Headline => VariantIndex.First(HeadlineCount);

    /// <summary>The portfolio as held.</summary>
    public static VariantIndex AsHeld => new(0);

    /// <summary>Following all recommendations; as held where none trades.</summary>
    public VariantIndex FollowingAll => traded.Count == 0 ? AsHeld : new(1);

    /// <summary>Following only one recommendation.</summary>
    /// <param name="recommendation">Its place in <see cref="Traded"/>.</param>
    public VariantIndex Only(int recommendation) => traded.Count == 1 ? FollowingAll : new(HeadlineVariants + (2 * recommendation));

    /// <summary>Following all recommendations without one.</summary>
    /// <param name="recommendation">Its place in <see cref="Traded"/>.</param>
    public VariantIndex Without(int recommendation) => traded.Count == 1 ? AsHeld : new(HeadlineVariants + (2 * recommendation) + 1);

    /// <summary>The place of a headline variant.</summary>
    public VariantIndex IndexOf(HeadlineVariant variant) => variant == HeadlineVariant.AsHeld ? AsHeld : FollowingAll;

    /// <summary>Whether a variant is a headline variant.</summary>
    public static bool IsHeadline(VariantIndex variant) => variant.Value < HeadlineVariants;

    /// <summary>What stands at a place.</summary>
    public Variant this[VariantIndex variant] =>
        variant.Value switch
        {
            0 => new Variant(VariantKind.AsHeld, null),
            1 => new Variant(VariantKind.FollowingAll, null),
            var at => new Variant(at % 2 == 0 ? VariantKind.Only : VariantKind.Without, traded[(at - HeadlineVariants) / 2]),
        };
}
