using System.Text.RegularExpressions;
using RiskEngine.Abstractions.Factors;

namespace RiskEngine.Plugins;

/// <summary>What a new factor kind is called, in code and in files.</summary>
/// <param name="Class">Its class: <c>MoodSwing</c>.</param>
/// <param name="Kind">Its name in files: <c>mood-swing</c>.</param>
public sealed partial record FactorName(string Class, string Kind)
{
    private const int MaxLength = 50;

    /// <summary>The name from either form of it.</summary>
    /// <param name="given">Words of ASCII letters and digits, in PascalCase or joined by '-'; at most 50 characters.</param>
    /// <param name="problem">What was expected and found, when there is no name.</param>
    public static FactorName? Of(string given, out string problem)
    {
        ArgumentNullException.ThrowIfNull(given);
        problem = "";
        if (given.Length > MaxLength || !Words().IsMatch(given))
        {
            problem = $"expected a name such as MoodSwing or mood-swing, of at most {MaxLength} letters and digits, found '{given}'";
            return null;
        }

        var words = given.Split('-').SelectMany(part => Humps().Matches(part).Select(m => m.Value)).ToArray();
        var name = new FactorName(
            string.Concat(words.Select(w => char.ToUpperInvariant(w[0]) + w[1..])),
            string.Join('-', words.Select(w => w.ToLowerInvariant()))
        );
        if (!IsTaken(name.Class))
            return name;
        problem = $"expected a name of its own, found '{name.Class}', which the contract for plug-ins uses";
        return null;
    }

    /// <summary>A class of this name would hide what its code refers to.</summary>
    private static bool IsTaken(string name) =>
        name is "Process" or "Math" or "RiskEngine" or "System"
        || typeof(FactorKind).GetMembers().Any(m => m.Name == name)
        || typeof(FactorKind).Assembly.GetExportedTypes().Any(t => t.Name.Split('`')[0] == name);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 20_000)]
    private static partial Regex Words();

    [GeneratedRegex("[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z0-9]+", RegexOptions.CultureInvariant, 20_000)]
    private static partial Regex Humps();
}
