using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Pricing;

namespace RiskEngine.QLNet.Threads;

/// <summary>A kind that is priced by as many threads at once as there are copies of QLNet, with the same bits as by one.</summary>
/// <param name="kind">The kind as one thread at a time prices it.</param>
/// <param name="copies">Where copies of QLNet are taken from.</param>
internal sealed class ConcurrentKind(PricingKind kind, QLNetCopies copies) : PricingKind
{
    /// <inheritdoc/>
    public override string Name => kind.Name;

    /// <inheritdoc/>
    public override LocalText Label => kind.Label;

    /// <inheritdoc/>
    public override LocalText Summary => kind.Summary;

    /// <inheritdoc/>
    public override string Equation => kind.Equation;

    /// <inheritdoc/>
    public override string Reference => kind.Reference;

    /// <inheritdoc/>
    public override IReadOnlyList<TermSpec> Terms => kind.Terms;

    /// <inheritdoc/>
    public override IEnumerable<DateOnly> ResolutionDates(PricingTerms terms) => kind.ResolutionDates(terms);

    /// <inheritdoc/>
    public override IEnumerable<string> Check(PricingTerms terms, PricingSetting setting) => kind.Check(terms, setting);

    /// <inheritdoc/>
    public override Pricer Create(PricingTerms terms, PricingSetting setting) => new ConcurrentPricer(kind, terms, setting, copies);
}
