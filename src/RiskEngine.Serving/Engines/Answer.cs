using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Serving.Engines;

/// <summary>What the engine found for a question.</summary>
/// <param name="Paths">Number of paths.</param>
/// <param name="Case">Id of the case.</param>
/// <param name="Portfolio">Id of the portfolio.</param>
/// <param name="Rows">The figures.</param>
internal sealed record Answer(int Paths, string Case, string Portfolio, IReadOnlyList<AnswerRow> Rows);

/// <summary>Figures of one variant at one horizon.</summary>
/// <param name="Variant"><c>held</c> or <c>followed</c>.</param>
/// <param name="Horizon">The horizon's id.</param>
/// <param name="Name">The horizon's name.</param>
/// <param name="Figures">Value and standard error by measure; relative to today's value, losses above zero; null for what is not
/// known.</param>
internal sealed record AnswerRow(
    string Variant,
    string Horizon,
    LocalText Name,
    IReadOnlyDictionary<string, IReadOnlyList<double?>> Figures
);

/// <summary>What is wrong with a question.</summary>
/// <param name="Path">The changed value that it is about; empty for the scenario as a whole.</param>
/// <param name="Message">What was expected and what was found.</param>
internal sealed record Problem(string Path, string Message);

/// <summary>A question that cannot be answered, and all that is wrong with it.</summary>
internal sealed class RefusedException(IReadOnlyList<Problem> problems) : Exception(string.Join("; ", problems.Select(p => p.Message)))
{
    public RefusedException(string message)
        : this([new Problem("", message)]) { }

    public IReadOnlyList<Problem> Problems => problems;
}
