using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Loading.Csv;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Sections;

/// <summary>One YAML file of the scenario.</summary>
/// <param name="Id">The file's name without folder and ending; a thesis's id.</param>
/// <param name="File">The file, relative to the scenario folder.</param>
/// <param name="Root">Its content.</param>
/// <param name="IsThesis">Whether it is a thesis file.</param>
internal sealed record FileTree(string Id, string File, YamlMapping Root, bool IsThesis);

/// <summary>One portfolio file, not yet read as a table.</summary>
/// <param name="Id">The file's name without folder and ending.</param>
/// <param name="File">The file, relative to the scenario folder.</param>
/// <param name="Name">What the scenario calls it, or null.</param>
/// <param name="Maintenance">The ratio of equity below which its broker calls for margin; null where there is none.</param>
/// <param name="Source">What it holds.</param>
/// <param name="Location">Where the scenario names it.</param>
internal sealed record PortfolioFile(
    string Id,
    string File,
    YamlNode? Name,
    double? Maintenance,
    PortfolioSource Source,
    SourceLocation Location
);
