using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Abstractions.Pricing;

/// <summary>
/// A kind of instrument that is priced anew at every date of every path, from the values of factors and of other instruments: what a file
/// must say to use it, and how a price comes of that. The engine owns the paths; a kind turns values into prices.
/// </summary>
public abstract class PricingKind
{
    /// <summary>The name by which files use it, for example <c>bond</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What a report calls such an instrument, for example <c>bond</c>.</summary>
    public abstract LocalText Label { get; }

    /// <summary>One sentence: what it is and how it is priced.</summary>
    public abstract LocalText Summary { get; }

    /// <summary>The price in plain text, with the letters of <see cref="Reference"/>.</summary>
    public abstract string Equation { get; }

    /// <summary>Author, year and equation or page that the price is taken from.</summary>
    public abstract string Reference { get; }

    /// <summary>The terms that the file may give.</summary>
    public abstract IReadOnlyList<TermSpec> Terms { get; }

    /// <summary>
    /// The dates on which it needs a price (an expiry), so that the time grid has them; those after the last horizon are left out.
    /// </summary>
    public virtual IEnumerable<DateOnly> ResolutionDates(PricingTerms terms) => [];

    /// <summary>
    /// Problems that single ranges cannot see (a curve that is no short rate, a maturity before the first coupon). Each sentence says what
    /// was expected and what was found. Empty when there is none.
    /// </summary>
    public virtual IEnumerable<string> Check(PricingTerms terms, PricingSetting setting) => [];

    /// <summary>
    /// Makes the pricer of one instrument. Called once a world, before any path, for terms that <see cref="Check"/> found nothing wrong
    /// with; may allocate.
    /// </summary>
    public abstract Pricer Create(PricingTerms terms, PricingSetting setting);
}
