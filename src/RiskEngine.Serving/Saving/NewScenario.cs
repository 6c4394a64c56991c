using System.Globalization;
using System.Text;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Files;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Loading;
using RiskEngine.Loading.Editing;
using RiskEngine.Reporting.Runs;
using RiskEngine.Serving.Engines;

namespace RiskEngine.Serving.Saving;

/// <summary>
/// Saves a scenario with changed values as a new one: into a folder beside the others that is not there yet, whole or not at all, and only
/// what can be read again without error.
/// </summary>
/// <param name="options">Where scenarios are, and what they are read with.</param>
internal sealed class NewScenario(ServeOptions options)
{
    private const int MostBytesOfCode = 64 * 1024 * 1024;

    /// <summary>Writes the files and returns the new folder's name.</summary>
    /// <exception cref="RefusedException">The name is none or is taken, a value does not fit, or the files cannot be written.</exception>
    public string Save(ServedScenario from, Question question)
    {
        var name = question.Name;
        if (!ScenarioName.IsId(name))
            throw new RefusedException($"name: expected lower-case words of letters and digits joined by '-' or '.', found '{name}'");
        var folder = Path.Combine(options.Scenarios, name);
        if (Path.Exists(folder))
            throw new RefusedException($"name: expected a new name, found '{name}' there already");
        var settings = ServedScenario.SettingsOf(question);
        var edit = new ScenarioEdit(name, Titled(from.Scenario.Name, name))
        {
            Settings = settings,
            Views = Views(from.Scenario, question.Beliefs),
            Contents = Portfolios(from, question),
        };
        if (ScenarioEditor.Edit(from.Source, from.Reading, edit, out var found) is not { } files)
            throw ServedScenario.Refusal(found);
        try
        {
            Write(folder, files.Concat(Code(from)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"name: expected a folder that can be written, found: {e.Message}");
        }

        return name;
    }

    /// <summary>The code that the scenario brings: whoever runs the new one is asked again.</summary>
    private static IEnumerable<KeyValuePair<string, byte[]>> Code(ServedScenario from) =>
        CodeReader
            .Find(from.Source.Path)
            .Select(c =>
                KeyValuePair.Create(c.Name, RegularFile.Read(c.Path, MostBytesOfCode, out var problem) ?? throw Unread(c.Name, problem))
            );

    private static RefusedException Unread(string file, string problem) => new($"{file} {problem}");

    private void Write(string folder, IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        // Hidden until it is whole; a folder that is there already is never moved onto.
        // Its own name is its id, which reading it again asks for.
        var name = Path.GetFileName(folder);
        var hidden = Path.Combine(options.Scenarios, $".{name}.unfinished");
        var beside = Path.Combine(hidden, name);
        if (Directory.Exists(hidden))
            Directory.Delete(hidden, recursive: true);
        try
        {
            foreach (var (file, content) in files.Where(f => KeptInput.IsInside(f.Key)))
            {
                var path = Path.Combine(beside, file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, content);
            }

            Require(beside);
            Directory.Move(beside, folder);
        }
        finally
        {
            if (Directory.Exists(hidden))
                Directory.Delete(hidden, recursive: true);
        }
    }

    private void Require(string folder)
    {
        var found = new DiagnosticBag();
        if (options.Reading(folder, found) is not { } reading)
            throw ServedScenario.Refusal(found.Sorted());
        var read = ScenarioReader.Read(folder, reading);
        if (read.Scenario is not { } scenario)
            throw ServedScenario.Refusal(read.Diagnostics);
        var @checked = new Engine(reading.Kinds).Check(scenario);
        if (!@checked.CanRun)
            throw ServedScenario.Refusal(@checked.Diagnostics);
    }

    private static LocalText Titled(LocalText name, string id) => new($"{name.English} ({id})", $"{name.Chinese}（{id}）");

    /// <summary>Beliefs as views in place of the scenario's own.</summary>
    private static string? Views(Scenario scenario, IReadOnlyDictionary<string, double> beliefs)
    {
        if (beliefs.Count == 0)
            return null;
        var entries = Beliefs
            .Of(scenario, scenario.Base, beliefs)
            .Select(v =>
                string.Create(CultureInfo.InvariantCulture, $"{v.Id}: {{ name: {v.On[0]}, probability: {v.On[0]}, is: {v.Target} }}")
            );
        return $"{{ {string.Join(", ", entries)} }}";
    }

    /// <summary>Portfolio files with changed weights, in the project's own form.</summary>
    private static Dictionary<string, byte[]> Portfolios(ServedScenario from, Question question)
    {
        var changed = Weighting.Apply(from.Scenario, question.Weights).Base.Model.Portfolios;
        return question
            .Weights.Where(w => w.Value.Count > 0)
            .ToDictionary(
                w => from.Scenario.Inputs.First(i => IsOf(i, w.Key)).Path,
                w => Encoding.UTF8.GetBytes(Table(changed.First(p => p.Id.Value == w.Key), from.Scenario.Currency)),
                StringComparer.Ordinal
            );
    }

    private static bool IsOf(InputFile file, string portfolio) =>
        Path.GetFileNameWithoutExtension(file.Path) == portfolio
        && Path.GetExtension(file.Path) is not (".yaml" or ".yml" or ".cs" or ".dll");

    private static string Table(Portfolio portfolio, string currency)
    {
        var text = new StringBuilder("instrument,quantity,price,currency,name\n");
        foreach (var position in portfolio.Positions)
        {
            var (id, name) = (CsvText.Cell(position.Instrument.Value), CsvText.Cell(position.Name));
            text.Append(CultureInfo.InvariantCulture, $"{id},{position.Quantity:R},{position.Price:R},{currency},{name}\n");
        }

        return text.ToString();
    }
}
