using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Provenance;
using RiskEngine.Loading.Sections.Keys;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Sections;

/// <summary>What the binders of one case share: the tree, the known ids, and what is bound so far.</summary>
/// <param name="tree">The merged tree with the case's settings in it.</param>
/// <param name="files">The files and whose item is whose.</param>
/// <param name="ids">All declared ids.</param>
/// <param name="header">The scenario's own keys.</param>
/// <param name="kinds">The factor kinds.</param>
/// <param name="pricing">The kinds of priced instruments.</param>
/// <param name="diagnostics">Takes the findings.</param>
/// <param name="ledger">Collects the numbers of the base case; null for other cases.</param>
internal sealed class BindingScope(
    YamlMapping tree,
    MergedTree files,
    ScenarioIds ids,
    Header header,
    FactorCatalogue kinds,
    PricingCatalogue pricing,
    DiagnosticBag diagnostics,
    LedgerBuilder? ledger
)
{
    public YamlMapping Tree => tree;

    public MergedTree Files => files;

    public ScenarioIds Ids => ids;

    public Header Header => header;

    public FactorCatalogue Kinds => kinds;

    public PricingCatalogue Pricing => pricing;

    public DiagnosticBag Diagnostics => diagnostics;

    public LedgerBuilder? Ledger => ledger;

    public IReadOnlyDictionary<string, Conviction> Convictions { get; set; } = new Dictionary<string, Conviction>();

    public double Costs { get; set; }

    /// <summary>By id; null where one has an error.</summary>
    public IReadOnlyDictionary<string, JointHistory?> Histories { get; set; } = new Dictionary<string, JointHistory?>();

    public IReadOnlyList<RiskFactor> Factors { get; set; } = [];

    public IReadOnlyList<Instrument> Instruments { get; set; } = [];

    /// <summary>The items of a merged section, each with its id and its reader; one that is no mapping is an error and left out.</summary>
    public IEnumerable<(string Id, MappingReader Reader)> Section(string section, string kind) =>
        Items((YamlMapping)tree.Find(section)!.Value, kind);

    /// <summary>The items of a merged section that stand in one thesis's file.</summary>
    public IEnumerable<(string Id, MappingReader Reader)> SectionOf(string thesis, string section, string kind) =>
        Section(section, kind).Where(item => files.ThesisOf(section, item.Id) == thesis);

    /// <summary>The items of a section of one file, each with its id and its reader.</summary>
    public IEnumerable<(string Id, MappingReader Reader)> Section(FileTree file, string section, string kind) =>
        file.Root.Find(section)?.Value is YamlMapping mapping ? Items(mapping, kind) : [];

    /// <summary>The entries of a mapping as items of a kind.</summary>
    private IEnumerable<(string Id, MappingReader Reader)> Items(YamlMapping mapping, string kind)
    {
        foreach (var entry in mapping.Entries)
        {
            if (MappingReader.Of(entry.Value, $"{kind} '{entry.Key}'", diagnostics, entry.KeyLocation) is { } reader)
                yield return (entry.Key, reader);
        }
    }

    /// <summary>Takes care of an item's <c>source</c> key.</summary>
    /// <param name="section">The section that the item stands in.</param>
    /// <param name="id">The item's id; empty where the section is the item.</param>
    /// <param name="reader">The item.</param>
    /// <param name="keys">Its keys.</param>
    /// <param name="thesis">The thesis in whose file it stands, or null.</param>
    /// <param name="fallback">The source of a number for which the item states none; null for not stated.</param>
    public void Source(string section, string id, MappingReader reader, KeySet keys, string? thesis = null, Source? fallback = null)
    {
        reader.Know(SourceKeys.Source);
        ledger?.Add(section, id, reader, keys, thesis, fallback);
    }

    /// <summary>The instruments of a group, in the order of the files.</summary>
    public IReadOnlyList<Id<Instrument>> MembersOf(string group) =>
        [.. Instruments.Where(i => i.Groups.Contains(new Id<InstrumentGroup>(group))).Select(i => i.Id)];

    /// <summary>
    /// Adds an error unless the date is after the as-of date and no further off than a tenor may be; says nothing when that could not be
    /// read.
    /// </summary>
    public void RequireFuture(MappingReader reader, string key, DateOnly date)
    {
        if (header.AsOf is not { } asOf || date == DateOnly.MinValue)
            return;
        if (date <= asOf)
        {
            reader.Refuse(key, $"expected a date after the as-of date {asOf:yyyy-MM-dd}, found {date:yyyy-MM-dd}");
        }
        else if (date > asOf.AddYears(ValueReader.MaxTenorYears))
        {
            reader.Refuse(
                key,
                $"expected a date at most {ValueReader.MaxTenorYears} years after the as-of date {asOf:yyyy-MM-dd}, found {date:yyyy-MM-dd}"
            );
        }
    }
}
