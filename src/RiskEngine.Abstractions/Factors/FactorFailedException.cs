using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Abstractions.Factors;

/// <summary>A process of a plug-in threw, or gave a number that is none; the run stops.</summary>
/// <param name="problem">Kind, factor, step, and what was expected and found.</param>
/// <param name="cause">What it threw; null when it threw nothing.</param>
public sealed class FactorFailedException(string problem, Exception? cause = null) : Exception(problem, cause)
{
    /// <summary>
    /// The first path concerned, counted from 0: within the block where a process throws it, in the run after <see cref="From"/>. Null when
    /// no path is.
    /// </summary>
    public long? First { get; init; }

    /// <summary>The last path concerned, counted as <see cref="First"/>.</summary>
    public long? Last { get; init; }

    /// <summary>The factor whose process it is; null when it is not known.</summary>
    public Id<RiskFactor>? Factor { get; init; }

    /// <inheritdoc/>
    public override string Message =>
        (First, Last) switch
        {
            ({ } first, { } last) when first == last => $"{base.Message} (path {first})",
            ({ } first, { } last) => $"{base.Message} (paths {first} to {last})",
            _ => base.Message,
        };

    /// <summary>The same failure with its paths counted in the run instead of in their block.</summary>
    /// <param name="firstPath">The block's first path.</param>
    public FactorFailedException From(long firstPath) =>
        new(base.Message, InnerException)
        {
            Factor = Factor,
            First = firstPath + First,
            Last = firstPath + Last,
        };
}
