using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Abstractions.Factors;

/// <summary>
/// A kind of risk factor: the process behind it and what a scenario file must say to use it. This is the contract for plug-ins.
/// The engine owns randomness, correlation and time; a kind turns correlated standard normals into moves.
/// </summary>
public abstract class FactorKind
{
    /// <summary>The name by which files use it, for example <c>ornstein-uhlenbeck</c>.</summary>
    public abstract string Name { get; }

    /// <summary>One sentence: what the process does and what it suits.</summary>
    public abstract LocalText Summary { get; }

    /// <summary>The process's equation in plain text, with the letters of <see cref="Reference"/>.</summary>
    public abstract string Equation { get; }

    /// <summary>Author, year and equation or page that the process is taken from.</summary>
    public abstract string Reference { get; }

    /// <summary>The scale on which factors of this kind move.</summary>
    public abstract FactorScale Scale { get; }

    /// <summary>The parameters that the file may give, in the order in which <see cref="FactorBlock.Parameter"/> numbers them.</summary>
    public abstract IReadOnlyList<ParameterSpec> Parameters { get; }

    /// <summary>Whether the file gives dated points (<c>path:</c>) for factors of this kind.</summary>
    public virtual PathUse Path => PathUse.None;

    /// <summary>Whether the file gives a column of past prices (<c>history:</c> and <c>column:</c>) for factors of this kind.</summary>
    public virtual bool TakesHistory => false;

    /// <summary>
    /// Whether the file gives states that the factor switches between (<c>states:</c>); x is then the number of the state, from 0.
    /// </summary>
    public virtual bool TakesStates => false;

    /// <summary>
    /// Problems of a factor that single parameter ranges cannot see (a start outside the bounds, a path that does not reach the as-of
    /// date). Each sentence says what was expected and what was found. Empty when there is none.
    /// </summary>
    public virtual IEnumerable<string> Check(RiskFactor factor, DateOnly asOf) => [];

    /// <summary>
    /// Prices of zero-coupon bonds along the simulated factor, where it is a short rate whose law gives them in closed form; null for all
    /// other kinds. Bonds and swaps can then name it as their curve.
    /// </summary>
    public virtual DiscountBonds? Bonds(RiskFactor factor, DateOnly asOf) => null;

    /// <summary>Makes the process of one factor on one time grid. Called once per run, before any path; may allocate.</summary>
    public abstract FactorProcess Create(RiskFactor factor, TimeGrid grid);
}

/// <summary>Whether a kind takes dated points.</summary>
public enum PathUse
{
    /// <summary>The kind takes no points; a file that gives some is in error.</summary>
    None,

    /// <summary>Points may be given.</summary>
    Optional,

    /// <summary>Points must be given.</summary>
    Required,
}

/// <summary>One parameter of a kind: name, unit, range and default.</summary>
/// <param name="Name">Its name in the file, camelCase.</param>
/// <param name="Unit">Its unit in words, for example <c>a year</c>.</param>
/// <param name="Low">Smallest allowed value; minus infinity when there is none.</param>
/// <param name="High">Largest allowed value; infinity when there is none.</param>
/// <param name="Default">The value when the file gives none; null when the file must give one.</param>
/// <param name="Meaning">One sentence for the file's author.</param>
/// <param name="OpenLow">Whether <paramref name="Low"/> itself is not allowed.</param>
/// <param name="OpenHigh">Whether <paramref name="High"/> itself is not allowed.</param>
public sealed record ParameterSpec(
    string Name,
    string Unit,
    double Low,
    double High,
    double? Default,
    LocalText Meaning,
    bool OpenLow = false,
    bool OpenHigh = false
);
