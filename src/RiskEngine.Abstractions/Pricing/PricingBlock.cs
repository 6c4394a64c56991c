namespace RiskEngine.Abstractions.Pricing;

/// <summary>A block of paths at one date: what a <see cref="Pricer"/> reads and writes. All spans have one number per path.</summary>
public readonly ref struct PricingBlock
{
    private readonly ReadOnlySpan<double> factors;
    private readonly ReadOnlySpan<double> instruments;
    private readonly Span<double> state;

    /// <summary>Frames the engine's memory; called by the engine and by tests of pricers.</summary>
    /// <param name="prices">Takes the prices, one number per path.</param>
    /// <param name="factors">Factor by factor, each one value per path.</param>
    /// <param name="instruments">Instrument by instrument, each one value per path.</param>
    /// <param name="state">State by state, each one number per path.</param>
    /// <exception cref="ArgumentException">A length is no multiple of the number of paths.</exception>
    public PricingBlock(
        Span<double> prices,
        ReadOnlySpan<double> factors = default,
        ReadOnlySpan<double> instruments = default,
        Span<double> state = default
    )
    {
        if (
            prices.Length == 0
            || factors.Length % prices.Length != 0
            || instruments.Length % prices.Length != 0
            || state.Length % prices.Length != 0
        )
        {
            throw new ArgumentException(
                $"Factors ({factors.Length}), instruments ({instruments.Length}) and state ({state.Length}) need a whole number of "
                    + $"rows of {prices.Length} paths.",
                nameof(prices)
            );
        }

        Prices = prices;
        this.factors = factors;
        this.instruments = instruments;
        this.state = state;
    }

    /// <summary>Takes the price of every path.</summary>
    public Span<double> Prices { get; }

    /// <summary>Number of paths in the block.</summary>
    public int PathCount => Prices.Length;

    /// <summary>
    /// Values of the factor numbered <paramref name="index"/> in <see cref="Pricer.Factors"/>, in its own unit; events included.
    /// </summary>
    public ReadOnlySpan<double> Factor(int index) => factors.Slice(index * Prices.Length, Prices.Length);

    /// <summary>
    /// Values of the instrument numbered <paramref name="index"/> in <see cref="Pricer.Instruments"/>, 1 on the as-of date; events
    /// included.
    /// </summary>
    public ReadOnlySpan<double> Instrument(int index) => instruments.Slice(index * Prices.Length, Prices.Length);

    /// <summary>State number <paramref name="index"/>, below <see cref="Pricer.StateCount"/>.</summary>
    public Span<double> State(int index) => state.Slice(index * Prices.Length, Prices.Length);
}
