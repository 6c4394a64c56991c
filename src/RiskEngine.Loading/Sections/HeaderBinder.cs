using System.Globalization;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Sections.Keys;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the scenario's own keys.</summary>
internal sealed class HeaderBinder(ScenarioIds ids, DiagnosticBag diagnostics)
{
    /// <summary>Folders below that of reports that are no scenario's.</summary>
    private static readonly string[] taken = ["backtests", "batches"];

    /// <summary>Reads the keys of the tree.</summary>
    /// <param name="root">The tree with the settings of the command line.</param>
    /// <param name="file">The reader of the file itself, whose unknown keys are errors.</param>
    /// <param name="folderName">The id where the file gives none.</param>
    public Header Bind(YamlMapping root, MappingReader file, string folderName)
    {
        var reader = new MappingReader(root, "scenario", diagnostics, file.Location);
        var id = reader.OptionalText(ScenarioKeys.Id);
        if (id is null && !reader.Has(ScenarioKeys.Id) && !IdText.IsWellFormed(folderName))
        {
            reader.RefuseAt(
                file.Location,
                $"scenario: the folder's name '{folderName}' is no id; expected the key 'id' with words of a-z and 0-9 joined by '-' or '.'"
            );
        }
        else
        {
            IdText.Check(id ?? folderName, "scenario", reader.LocationOf(ScenarioKeys.Id), diagnostics);
        }

        if (taken.Contains(id ?? folderName))
        {
            reader.RefuseAt(
                reader.LocationOf(ScenarioKeys.Id),
                $"scenario: expected an id other than '{id ?? folderName}', below which the reports of {id ?? folderName} go: "
                    + "give the key 'id'"
            );
        }

        var name = reader.LocalText(ScenarioKeys.Name);
        var summary = reader.LocalText(ScenarioKeys.Summary);
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
            reader.Number(ScenarioKeys.LargeLoss)
        );
        header = header with { Horizons = Horizons(reader, header) };
        file.Know(ScenarioKeys.All);
        file.Finish();
        return header;
    }

    private static DateOnly? AsOf(MappingReader reader)
    {
        if (
            reader.Read(reader.Required(ScenarioKeys.AsOf), n => ValueReader.Date(n, reader.What(ScenarioKeys.AsOf), reader.Diagnostics))
            is not { } date
        )
        {
            return null;
        }

        if (date.Year is >= 1900 and <= 2200)
            return date;
        reader.Refuse(ScenarioKeys.AsOf, $"expected a date from 1900-01-01 to 2200-12-31, found {date:yyyy-MM-dd}");
        return null;
    }

    private static string? Currency(MappingReader reader)
    {
        var currency = reader.Text(ScenarioKeys.Currency);
        if (currency.Length == 3 && currency.All(char.IsAsciiLetterUpper))
            return currency;
        if (currency.Length > 0)
            reader.Refuse(ScenarioKeys.Currency, $"expected three capital letters such as USD, found '{currency}'");
        return null;
    }

    private static SimulationOptions Simulation(MappingReader root)
    {
        // A scenario without the key has what an empty mapping would say.
        var reader =
            root.Mapping(ScenarioKeys.Simulation)
            ?? new MappingReader(new YamlMapping(root.Location, []), root.What(ScenarioKeys.Simulation), root.Diagnostics);
        var options = new SimulationOptions(
            (int)reader.Integer(SimulationKeys.Paths),
            reader.Tenor(SimulationKeys.Step),
            reader.Read(reader.Optional(SimulationKeys.Seed), n => Seed(n, reader))
                ?? ulong.Parse(SimulationKeys.Seed.Default!, CultureInfo.InvariantCulture),
            reader.Choice(SimulationKeys.Sampling)
        );
        reader.Finish();
        return options;
    }

    private static ulong? Seed(YamlNode node, MappingReader reader)
    {
        if (
            node is YamlScalar { IsQuoted: false } scalar
            && ulong.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
        )
        {
            return seed;
        }

        reader.Refuse(SimulationKeys.Seed, $"expected a whole number from 0 to {SimulationKeys.Seed.Value.Max}, found {node.Describe()}");
        return null;
    }

    private List<Horizon> Horizons(MappingReader root, Header header)
    {
        var horizons = new List<Horizon>();
        if (root.Mapping(ScenarioKeys.Horizons) is not { } reader)
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
            root.Refuse(ScenarioKeys.Horizons, "expected at least one horizon, such as medium: 12m, found none");
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
            tenor = reader.Tenor(HorizonKeys.Tenor);
            name = reader.OptionalLocalText(HorizonKeys.Name) ?? name;
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
