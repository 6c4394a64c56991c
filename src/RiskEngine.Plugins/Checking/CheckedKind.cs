using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Plugins.Checking;

/// <summary>
/// A plug-in's kind whose every answer is checked. What it says about itself is asked once; what it makes is a
/// <see cref="CheckedProcess"/>.
/// </summary>
/// <param name="kind">The plug-in's kind.</param>
/// <param name="origin">The file that it is from, for messages.</param>
/// <param name="runner">Notes its calls.</param>
internal sealed class CheckedKind(FactorKind kind, string origin, CodeRunner runner) : FactorKind
{
    /// <inheritdoc/>
    public override string Name { get; } = kind.Name;

    /// <inheritdoc/>
    public override LocalText Summary { get; } = kind.Summary;

    /// <inheritdoc/>
    public override string Equation { get; } = kind.Equation;

    /// <inheritdoc/>
    public override string Reference { get; } = kind.Reference;

    /// <inheritdoc/>
    public override FactorScale Scale { get; } = kind.Scale;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterSpec> Parameters { get; } = [.. kind.Parameters];

    /// <inheritdoc/>
    public override PathUse Path { get; } = kind.Path;

    /// <inheritdoc/>
    public override bool TakesHistory { get; } = kind.TakesHistory;

    /// <inheritdoc/>
    public override bool TakesStates => false;

    /// <inheritdoc/>
    public override IEnumerable<string> Check(RiskFactor factor, DateOnly asOf)
    {
        try
        {
            return runner.Run<IEnumerable<string>>(Subject(factor), "Check", () => [.. kind.Check(factor, asOf)]);
        }
        catch (Exception e) // a stranger's code
        {
            return [$"the check of kind '{Name}' ({origin}) threw {Thrown.By(e)}"];
        }
    }

    /// <inheritdoc/>
    public override DiscountBonds? Bonds(RiskFactor factor, DateOnly asOf)
    {
        try
        {
            return runner.Run(Subject(factor), "Bonds", () => kind.Bonds(factor, asOf));
        }
        catch (Exception e) when (e is not FactorFailedException)
        {
            throw new FactorFailedException($"the bonds of kind '{Name}' ({origin}) threw {Thrown.By(e)}", e);
        }
    }

    /// <inheritdoc/>
    public override FactorProcess Create(RiskFactor factor, TimeGrid grid)
    {
        ArgumentNullException.ThrowIfNull(factor);
        var subject = Subject(factor);
        try
        {
            return runner.Run(
                subject,
                "Create",
                () =>
                {
                    var process = kind.Create(factor, grid) ?? throw new InvalidOperationException("Create returned nothing.");
                    return new CheckedProcess(process, subject, factor.Id, runner);
                }
            );
        }
        catch (Exception e) when (e is not FactorFailedException)
        {
            throw new FactorFailedException($"{subject}: making its process threw {Thrown.By(e)}", e) { Factor = factor.Id };
        }
    }

    private string Subject(RiskFactor factor) => $"factor '{factor.Id}' of kind '{Name}' ({origin})";
}
