using System.Collections.Frozen;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Importing.Numbers;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace RiskEngine.Importing.Formats;

/// <summary>Reads the YAML file that describes a format, or the vocabulary.</summary>
internal static class FormatFile
{
    private static readonly IDeserializer deserializer = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithDuplicateKeyChecking()
        .Build();

    /// <summary>The format, or null after an error with its line.</summary>
    public static Format? Read(string text, string file, DiagnosticBag diagnostics)
    {
        var place = new SourceLocation(file, 1, 1);
        if (Parse<FormatText>(text, file, diagnostics) is not { } read)
            return null;
        foreach (var role in read.Columns.Keys.Where(role => !Role.All.Contains(role)))
            diagnostics.Error(place, $"columns: expected one of {string.Join(", ", Role.All)}, found '{role}'");
        if (read.Recognise.Count == 0)
            diagnostics.Error(place, "recognise: expected the headings by which the table is known, found none");
        if (diagnostics.HasErrors)
            return null;
        try
        {
            return new Format
            {
                Id = Path.GetFileNameWithoutExtension(file),
                Name = read.Name.Length > 0 ? read.Name : Path.GetFileNameWithoutExtension(file),
                Kind = read.Kind,
                Recognise = read.Recognise,
                Confirmed = read.Confirmed,
                Beside = read.Beside,
                List = read.List,
                Columns = Lists(read.Columns),
                Currency = read.Currency,
                DecimalMark = read.Decimal,
                DayFirst = read.Dates is { } order ? order == DateOrder.Dmy : null,
                Keep = [.. read.Keep.Select(Rule)],
                Skip = [.. read.Skip.Select(Rule)],
                Cash = [.. read.Cash.Select(Rule)],
                Totals = [.. read.Totals.Select(Rule)],
                CashAbove = read.CashAbove,
                Text = [.. read.Text.Select(rule => new TextRule(rule.Column, rule.Matches))],
                Actions = Lists(read.Actions),
            };
        }
        catch (ArgumentException e)
        {
            diagnostics.Error(place, $"matches: expected a regular expression, found one that is not: {e.Message}");
            return null;
        }
        catch (NotSupportedException e)
        {
            diagnostics.Error(place, $"matches: {e.Message}");
            return null;
        }
    }

    /// <summary>The words that all formats share.</summary>
    public static Vocabulary ReadVocabulary(string text)
    {
        var found = new DiagnosticBag();
        var read =
            Parse<VocabularyText>(text, "vocabulary.yaml", found)
            ?? throw new InvalidOperationException($"Expected a vocabulary that can be read, found: {found.Sorted()[0]}");
        return new Vocabulary(
            Lists(read.Columns),
            Lists(read.Actions),
            read.Totals,
            read.Cash,
            read.CashAssets,
            read.NotHeldAssets,
            read.AsOf,
            read.Trades,
            read.NotDone
        );
    }

    private static T? Parse<T>(string text, string file, DiagnosticBag diagnostics)
        where T : class
    {
        try
        {
            return deserializer.Deserialize<T>(text);
        }
        catch (YamlException e)
        {
            var reason = e.InnerException?.Message ?? e.Message;
            diagnostics.Error(new SourceLocation(file, (int)e.Start.Line, (int)e.Start.Column), $"the format cannot be read: {reason}");
            return null;
        }
    }

    private static RowRule Rule(RuleText rule) => new(rule.Column, rule.Matches, rule.Reason);

    private static FrozenDictionary<string, IReadOnlyList<string>> Lists(Dictionary<string, List<string>> read) =>
        read.ToFrozenDictionary(e => e.Key, e => (IReadOnlyList<string>)[.. e.Value], StringComparer.Ordinal);

    private sealed class FormatText
    {
        public string Name { get; init; } = "";
        public FormatKind Kind { get; init; }
        public List<string> Recognise { get; init; } = [];
        public string Confirmed { get; init; } = "";
        public bool Beside { get; init; }
        public string List { get; init; } = "";
        public Dictionary<string, List<string>> Columns { get; init; } = [];
        public string Currency { get; init; } = "";
        public DecimalMark? Decimal { get; init; }
        public DateOrder? Dates { get; init; }
        public List<RuleText> Keep { get; init; } = [];
        public List<RuleText> Skip { get; init; } = [];
        public List<RuleText> Cash { get; init; } = [];
        public List<RuleText> Totals { get; init; } = [];
        public List<string> CashAbove { get; init; } = [];
        public List<TextRuleText> Text { get; init; } = [];
        public Dictionary<string, List<string>> Actions { get; init; } = [];
    }

    private sealed class TextRuleText
    {
        public string Column { get; init; } = "";
        public string Matches { get; init; } = "";
    }

    private sealed class RuleText
    {
        public string Column { get; init; } = "";
        public string Matches { get; init; } = "";
        public string Reason { get; init; } = "the format leaves such rows out";
    }

    private sealed class VocabularyText
    {
        public Dictionary<string, List<string>> Columns { get; init; } = [];
        public Dictionary<string, List<string>> Actions { get; init; } = [];
        public List<string> Totals { get; init; } = [];
        public List<string> Cash { get; init; } = [];
        public List<string> CashAssets { get; init; } = [];
        public List<string> NotHeldAssets { get; init; } = [];
        public List<string> AsOf { get; init; } = [];
        public List<string> Trades { get; init; } = [];
        public List<string> NotDone { get; init; } = [];
    }
}
