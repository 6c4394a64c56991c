using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Abstractions.Pricing;

/// <summary>What the value of a term is.</summary>
public enum TermType
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A date after the as-of date.</summary>
    Date,

    /// <summary>One of some words.</summary>
    Word,

    /// <summary>The id of a risk factor.</summary>
    Factor,

    /// <summary>The id of another instrument.</summary>
    Instrument,
}

/// <summary>One term of a <see cref="PricingKind"/>: a key of the file.</summary>
/// <param name="Name">Its name in the file, camelCase.</param>
/// <param name="Type">What its value is.</param>
/// <param name="Meaning">One sentence for the file's author.</param>
public sealed record TermSpec(string Name, TermType Type, LocalText Meaning)
{
    /// <summary>Whether the file may leave it out. A number or word that is left out takes its default where it has one.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Unit of a number in words, for example <c>a year</c>.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Smallest allowed number.</summary>
    public double Low { get; init; } = double.NegativeInfinity;

    /// <summary>Largest allowed number.</summary>
    public double High { get; init; } = double.PositiveInfinity;

    /// <summary>Whether <see cref="Low"/> itself is not allowed.</summary>
    public bool OpenLow { get; init; }

    /// <summary>The number that an optional term has when the file gives none; null for none at all.</summary>
    public double? Default { get; init; }

    /// <summary>The words to choose from; the first one is the default of an optional term.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
