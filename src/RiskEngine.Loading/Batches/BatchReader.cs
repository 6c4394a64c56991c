using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Files;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Files;
using RiskEngine.Loading.Sections.Keys;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Batches;

/// <summary>Reads a batch file: all its errors come out at once, as those of scenarios do. The format is described in
/// scenarios/README.md.</summary>
public static class BatchReader
{
    /// <summary>The file that makes a folder a batch.</summary>
    public const string FileName = "batch.yaml";

    private static readonly string[] usualMeasures = ["mean", "median", "var95", "es95", "loss-probability"];

    /// <summary>
    /// The batch file that a path names: a file <c>batch.yaml</c> or <c>*.batch.yaml</c>, or the first in a folder that is no scenario;
    /// null where it names none.
    /// </summary>
    public static string? FileOf(string path)
    {
        if (File.Exists(path))
            return Path.GetFileName(path) == FileName || path.EndsWith("." + FileName, StringComparison.Ordinal) ? path : null;
        var inside = Path.Combine(path, FileName);
        return File.Exists(inside) && !File.Exists(Path.Combine(path, ScenarioReader.FileName)) ? inside : null;
    }

    /// <summary>Reads the file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="shown">Its name in findings.</param>
    /// <param name="measures">Ids of the measures there are.</param>
    /// <param name="diagnostics">Takes the errors.</param>
    /// <returns>What it says, or null after errors.</returns>
    public static BatchFile? Read(string path, string shown, IReadOnlyCollection<string> measures, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        ArgumentNullException.ThrowIfNull(measures);
        if (RegularFile.Read(path, ScenarioFolder.MaxBytes, out var problem) is not { } bytes)
        {
            diagnostics.Error(new SourceLocation(shown), $"batch: the file {problem}");
            return null;
        }

        if (
            InputText.Decode(bytes, shown, diagnostics) is not { } text
            || YamlReader.Read(text, shown, diagnostics) is not { } node
            || MappingReader.Of(node, "batch", diagnostics) is not { } root
        )
        {
            return null;
        }

        var input = new InputFile(shown, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var batch = Bind(root, IdOf(path), input, measures);
        return root.Finish() && !diagnostics.HasErrors ? batch : null;
    }

    private static BatchFile Bind(MappingReader root, string id, InputFile input, IReadOnlyCollection<string> measures)
    {
        var sweep = Sweep(root);
        var batch = new BatchFile
        {
            Id = id,
            Name = root.OptionalLocalText(BatchKeys.Name) ?? LocalText.Same(id),
            Scenarios = Words(root, BatchKeys.Scenarios, isRequired: true),
            Cases = Words(root, BatchKeys.Cases) is { Count: > 0 } cases ? cases : [("base", root.Location)],
            Portfolios = Words(root, BatchKeys.Portfolios),
            Seeds = Seeds(root),
            Paths = (int?)root.OptionalInteger(BatchKeys.Paths, BatchKeys.Paths.Value.Min, (long)BatchKeys.Paths.Value.Max),
            Sampling = root.OptionalChoice(BatchKeys.Sampling, BatchKeys.Sampling.Value.Choices),
            Measures = Measures(root, measures),
            Sweep = sweep,
            Input = input,
            Location = root.Location,
            Sensitivity = Sensitivity(root, measures),
        };
        return Designed(batch, root);
    }

    private static List<(string, SourceLocation)> Words(MappingReader root, string key, bool isRequired = false)
    {
        var words = new List<(string Word, SourceLocation)>();
        foreach (var item in root.Items(key, isRequired))
        {
            if (root.Read(item, n => ValueReader.Text(n, root.What(key), root.Diagnostics)) is not { } word)
                continue;
            if (words.Exists(w => w.Word == word))
                root.RefuseAt(item.Location, $"{root.What(key)}: '{word}' stands twice");
            else
                words.Add((word, item.Location));
        }

        return words;
    }

    private static List<ulong> Seeds(MappingReader root)
    {
        var seeds = new List<ulong>();
        foreach (var item in root.Items(BatchKeys.Seeds))
        {
            if (
                item is YamlScalar { IsQuoted: false } scalar
                && ulong.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
                && !seeds.Contains(seed)
            )
            {
                seeds.Add(seed);
            }
            else
            {
                root.RefuseAt(
                    item.Location,
                    $"{root.What(BatchKeys.Seeds)}: expected different whole numbers from 0 to {ulong.MaxValue}, found {item.Describe()}"
                );
            }
        }

        return seeds;
    }

    private static List<string> Measures(MappingReader root, IReadOnlyCollection<string> known)
    {
        var found = Words(root, BatchKeys.Measures);
        foreach (var (word, location) in found)
            Known(root, BatchKeys.Measures, word, location, known);
        return found.Count == 0 ? [.. usualMeasures] : [.. found.Select(f => f.Item1)];
    }

    private static void Known(MappingReader reader, string key, string measure, SourceLocation at, IReadOnlyCollection<string> known)
    {
        if (!known.Contains(measure))
            reader.RefuseAt(at, $"{reader.What(key)}: unknown measure '{measure}'", NearName.Find(measure, known));
    }

    private static List<SweptPath> Sweep(MappingReader root)
    {
        var swept = new List<SweptPath>();
        foreach (var entry in root.Mapping(BatchKeys.Sweep)?.Node.Entries ?? [])
        {
            var what = $"sweep, '{entry.Key}'";
            var (values, range) = entry.Value switch
            {
                YamlMapping mapping when ParameterReader.IsDistribution(mapping) => (
                    [],
                    root.Read(mapping, n => ParameterReader.Read(n, what, NumberRange.Any, root.Diagnostics))
                ),
                YamlMapping mapping => SweptRange.Read(new MappingReader(mapping, what, root.Diagnostics, entry.KeyLocation), root),
                _ => (List(root, entry, what), null),
            };
            swept.Add(new SweptPath(entry.Key, values, range, entry.KeyLocation));
        }

        return swept;
    }

    private static List<string> List(MappingReader root, YamlEntry entry, string what)
    {
        var values = new List<string>();
        foreach (var item in entry.Value is YamlSequence list ? list.Items : [entry.Value])
        {
            if (root.Read(item, n => ValueReader.Text(n, what, root.Diagnostics)) is { } value)
                values.Add(value);
        }

        if (values.Count == 0)
            root.RefuseAt(entry.Value.Location, $"{what}: expected at least one value, found none");
        return values;
    }

    private static BatchFile Designed(BatchFile batch, MappingReader root)
    {
        if (root.Mapping(BatchKeys.Design) is not { } reader)
            return batch with { Design = Check(root, batch, DesignKind.Grid) };
        var kind = reader.Choice(DesignKeys.Kind);
        var points = (int?)reader.OptionalInteger(DesignKeys.Points, DesignKeys.Points.Value.Min, (long)DesignKeys.Points.Value.Max);
        var seed = (ulong)reader.Integer(DesignKeys.Seed);
        var hasPoints = kind is DesignKind.LatinHypercube or DesignKind.Sobol;
        if (!reader.Failed && hasPoints != points is not null)
        {
            reader.RefuseAt(
                reader.Location,
                hasPoints
                    ? $"{reader.Subject}: the key 'points' is missing"
                    : $"{reader.Subject}: 'points' belongs to latin-hypercube and sobol"
            );
        }

        if (!reader.Finish())
            root.Fail();
        else
            Check(root, batch, kind);
        return batch with { Design = kind, Points = points ?? 0, DesignSeed = seed };
    }

    /// <summary>Each path has what the design needs of it: values, or a range.</summary>
    private static DesignKind Check(MappingReader root, BatchFile batch, DesignKind kind)
    {
        var hasPoints = kind is DesignKind.LatinHypercube or DesignKind.Sobol || batch.Sensitivity is not null;
        foreach (var path in batch.Sweep)
        {
            if (root.Failed)
                break;
            if (hasPoints && path.Range is null)
            {
                root.RefuseAt(path.Location, $"sweep, '{path.Path}': expected a range or a distribution to draw points from, found a list");
            }
            else if (!hasPoints && path.Values.Count == 0)
            {
                root.RefuseAt(
                    path.Location,
                    $"sweep, '{path.Path}': expected a list, or a range with 'count' or 'step'; distributions and ranges without them need "
                        + "a design with points"
                );
            }
        }

        return kind;
    }

    private static SensitivityQuestion? Sensitivity(MappingReader root, IReadOnlyCollection<string> measures)
    {
        if (root.Mapping(BatchKeys.Sensitivity) is not { } reader)
            return null;
        var measure = reader.Text(SensitivityKeys.Measure);
        if (!reader.Failed)
            Known(reader, SensitivityKeys.Measure, measure, reader.LocationOf(SensitivityKeys.Measure), measures);
        var points = (int)reader.Integer(SensitivityKeys.Points);
        if (!BitOperations.IsPow2(points))
            reader.Refuse(SensitivityKeys.Points, $"expected a power of two such as 64, found {points}");
        var question = new SensitivityQuestion(
            measure,
            reader.OptionalText(SensitivityKeys.Horizon),
            reader.OptionalText(SensitivityKeys.Portfolio),
            reader.Choice(SensitivityKeys.Variant),
            reader.Number(SensitivityKeys.Spread),
            (int)reader.Integer(SensitivityKeys.Keys),
            points,
            (int)reader.Integer(SensitivityKeys.Resamples)
        )
        {
            Location = root.LocationOf(BatchKeys.Sensitivity),
            HorizonLocation = reader.LocationOf(SensitivityKeys.Horizon),
            PortfolioLocation = reader.LocationOf(SensitivityKeys.Portfolio),
        };
        if (!reader.Finish())
            root.Fail();
        return question;
    }

    private static string IdOf(string path)
    {
        var name = Path.GetFileName(path);
        var id = name == FileName ? Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))!) : name[..^(FileName.Length + 1)];
        return IdText.IsWellFormed(id) ? id : "batch";
    }
}
