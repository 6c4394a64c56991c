using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the checks of an article's figures against each other.</summary>
internal static class CheckBinder
{
    private static readonly Sum[] sums =
    [
        new(CheckKeys.Growth, ArithmeticKind.Growth, 2, 2, "[from, to]"),
        new(CheckKeys.AnnualGrowth, ArithmeticKind.AnnualGrowth, 3, 3, "[from, to, years]"),
        new(CheckKeys.Ratio, ArithmeticKind.Ratio, 2, 2, "[a, b]"),
        new(CheckKeys.Total, ArithmeticKind.Sum, 2, 1000, "a list of two parts or more"),
    ];

    private static readonly KeySpec[] resultKeys = [CheckKeys.Claimed, CheckKeys.Tolerance];

    public static IReadOnlyList<Check> Bind(BindingScope scope, FileTree file)
    {
        var checks = new List<Check>();
        foreach (var (id, reader) in scope.Section(file, ThesisKeys.Checks, "check"))
        {
            var says = reader.LocalText(CheckKeys.Says);
            var claims = ClaimReader.Several(reader, CheckKeys.Claims, file.Id, scope);
            var arithmetic = Arithmetic(reader);
            reader.Know(CheckKeys.Set);
            if (reader.Finish())
                checks.Add(new Check(new Id<Check>(id), says, claims, arithmetic));
        }

        return checks;
    }

    private static Arithmetic? Arithmetic(MappingReader reader)
    {
        reader.Know([.. resultKeys, .. sums.Select(s => s.Key)]);
        var given = sums.Where(s => reader.Has(s.Key)).ToList();
        if (given.Count > 1)
        {
            var (all, found) = (string.Join(", ", sums.Select(s => s.Key.Name)), string.Join(" and ", given.Select(g => g.Key.Name)));
            reader.RefuseAt(reader.Location, $"{reader.Subject}: expected at most one of {all}, found {found}");
        }

        if (given.Count == 0)
        {
            foreach (var key in resultKeys.Where(k => reader.Has(k)))
                reader.Refuse(key, "expected a sum that it belongs to (growth, annualGrowth, ratio or sum), found none");
        }

        if (given.Count != 1)
            return null;
        var (name, kind, least, most, expected) = given[0];
        var figures = Figures(reader, name);
        if (figures is not null && (figures.Count < least || figures.Count > most))
            reader.Refuse(name, $"expected {expected}, found {figures.Count} figures");
        else if (figures is not null && kind != ArithmeticKind.Sum && figures.Exists(f => f <= 0))
            reader.Refuse(name, "expected figures above 0");
        var claimed = reader.Number(CheckKeys.Claimed);
        var tolerance = reader.Number(CheckKeys.Tolerance);
        return reader.Failed || figures is null ? null : new Arithmetic(kind, figures, claimed, tolerance);
    }

    private static List<double>? Figures(MappingReader reader, KeySpec<ListValue<NumberValue>> name)
    {
        if (reader.Read(reader.Required(name), n => ValueReader.Sequence(n, reader.What(name), reader.Diagnostics)) is not { } sequence)
            return null;
        var figures = new List<double>();
        foreach (var item in sequence.Items)
        {
            if (reader.Read(item, n => ValueReader.Number(n, reader.What(name), name.Value.Value.Range, reader.Diagnostics)) is { } figure)
                figures.Add(figure);
        }

        return figures.Count == sequence.Items.Count ? figures : null;
    }

    /// <summary>A sum that a check may have: its key, and how many figures it takes, in numbers and in words.</summary>
    private sealed record Sum(KeySpec<ListValue<NumberValue>> Key, ArithmeticKind Kind, int Least, int Most, string Expected);
}
