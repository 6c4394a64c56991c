using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the scenario's own keys.</summary>
internal sealed class HeaderBinder(ScenarioIds ids, DiagnosticBag diagnostics)
{
    private static readonly (string, SamplingMethod)[] samplings =
    [
        ("pseudo", SamplingMethod.Pseudo),
        ("antithetic", SamplingMethod.Antithetic),
        ("sobol", SamplingMethod.Sobol),
    ];

    /// <summary>The keys of <c>scenario.yaml</c> that other binders read.</summary>
    private static readonly string[] otherKeys =
    [
        "riskFreeRate",
        "costs",
        "copula",
        "convictions",
        "market",
        "theses",
        "risks",
        "portfolios",
        "cases",
        "limits",
        "views",
        "uncertainty",
        "optimise",
        "reverseStress",
        "plugins",
        "source",
    ];

    /// <summary>Reads the keys of the tree.</summary>
    /// <param name="root">The tree with the settings of the command line.</param>
    /// <param name="file">The reader of the file itself, whose unknown keys are errors.</param>
    /// <param name="folderName">The id where the file gives none.</param>
    public Header Bind(YamlMapping root, MappingReader file, string folderName)
    {
        var reader = new MappingReader(root, "scenario", diagnostics, file.Location);
        var id = reader.OptionalText("id");
        if (id is null && !reader.Has("id") && !IdText.IsWellFormed(folderName))
        {
            reader.RefuseAt(
                file.Location,
                $"scenario: the folder's name '{folderName}' is no id; expected the key 'id' with words of a-z and 0-9 joined by '-' or '.'"
            );
        }
        else
        {
            IdText.Check(id ?? folderName, "scenario", reader.LocationOf("id"), diagnostics);
        }

        var name = reader.LocalText("name");
        var summary = reader.OptionalLocalText("summary") ?? LocalText.Same("");
        var asOf = AsOf(reader);
        var currency = Currency(reader);
        var header = new Header(
            id ?? folderName,
            name,
            summary,
            asOf,
            currency,
            [],
            Simulation(reader),
            reader.OptionalNumber("largeLoss", NumberRange.Probability) ?? 0.2
        );
        header = header with { Horizons = Horizons(reader, header) };
        file.Know(["id", "name", "summary", "asOf", "currency", "horizons", "simulation", "largeLoss", .. otherKeys]);
        file.Finish();
        return header;
    }

    private static DateOnly? AsOf(MappingReader reader)
    {
        if (reader.Read(reader.Required("asOf"), n => ValueReader.Date(n, reader.What("asOf"), reader.Diagnostics)) is not { } date)
            return null;
        if (date.Year is >= 1900 and <= 2200)
            return date;
        reader.Refuse("asOf", $"expected a date from 1900-01-01 to 2200-12-31, found {date:yyyy-MM-dd}");
        return null;
    }

    private static string? Currency(MappingReader reader)
    {
        var currency = reader.Text("currency");
        if (currency.Length == 3 && currency.All(char.IsAsciiLetterUpper))
            return currency;
        if (currency.Length > 0)
            reader.Refuse("currency", $"expected three capital letters such as USD, found '{currency}'");
        return null;
    }

    private static SimulationOptions Simulation(MappingReader root)
    {
        var step = new Tenor(1, TenorUnit.Month);
        if (root.Mapping("simulation", isRequired: false) is not { } reader)
            return new SimulationOptions(100_000, step, 1);
        var paths = reader.OptionalInteger("paths", 1_000, 100_000_000) ?? 100_000;
        var length = reader.OptionalTenor("step") ?? step;
        var seed = reader.Read(reader.Optional("seed"), n => Seed(n, reader)) ?? 1;
        var sampling = reader.OptionalChoice("sampling", samplings) ?? SamplingMethod.Pseudo;
        reader.Finish();
        return new SimulationOptions((int)paths, length, seed, sampling);
    }

    private static ulong? Seed(YamlNode node, MappingReader reader)
    {
        if (
            node is YamlScalar { IsQuoted: false } scalar
            && ulong.TryParse(
                scalar.Text,
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out var seed
            )
        )
            return seed;
        reader.Refuse("seed", $"expected a whole number from 0 to {ulong.MaxValue}, found {node.Describe()}");
        return null;
    }

    private List<Horizon> Horizons(MappingReader root, Header header)
    {
        var horizons = new List<Horizon>();
        if (root.Mapping("horizons") is not { } reader)
        {
            ids.Horizons.MarkIncomplete();
            return horizons;
        }

        foreach (var entry in reader.Node.Entries)
        {
            ids.Horizons.Declare(entry.Key, entry.KeyLocation, diagnostics);
            if (Horizon(entry, header.Start) is not { } horizon)
                continue;
            if (horizons.Find(h => h.Date == horizon.Date) is { } same)
            {
                diagnostics.Error(
                    entry.Value.Location,
                    $"horizon '{entry.Key}': expected a date of its own, found {horizon.Date:yyyy-MM-dd}, which is '{same.Id}' too"
                );
            }
            else
            {
                horizons.Add(horizon);
            }
        }

        if (reader.Node.Entries.Count == 0)
            root.Refuse("horizons", "expected at least one horizon, such as medium: 12m, found none");
        return [.. horizons.OrderBy(h => h.Date)];
    }

    private Horizon? Horizon(YamlEntry entry, DateOnly start)
    {
        var what = $"horizon '{entry.Key}'";
        var name = LocalText.Same(entry.Key);
        Tenor? tenor;
        if (entry.Value is YamlMapping mapping)
        {
            var reader = new MappingReader(mapping, what, diagnostics, entry.KeyLocation);
            tenor = reader.Tenor("tenor");
            name = reader.OptionalLocalText("name") ?? name;
            if (!reader.Finish())
                return null;
        }
        else
        {
            tenor = ValueReader.Tenor(entry.Value, what, mayBeZero: false, diagnostics);
        }

        if (tenor is not { } span)
            return null;
        var date = span.After(start);
        return new Horizon(new Id<Horizon>(entry.Key), name, span, date, DayCount.Years(start, date));
    }
}
