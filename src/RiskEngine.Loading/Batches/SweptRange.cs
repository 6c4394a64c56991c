using System.Globalization;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Batches;

/// <summary>Reads a range of values: <c>{ from: 0.1, to: 0.5, count: 5 }</c>, or <c>step: 0.1</c> in place of the count.</summary>
internal static class SweptRange
{
    /// <summary>More values than this are a mistake.</summary>
    private const int MostValues = 100_000;

    /// <summary>Steps that miss the last value by less than this part of one count as reaching it.</summary>
    private const double Rounding = 1e-9;

    /// <summary>The values, none where neither count nor step is given, and the range as a distribution; nothing after an error, which
    /// fails the batch.</summary>
    public static (IReadOnlyList<string> Values, Parameter? Range) Read(MappingReader reader, MappingReader batch)
    {
        var from = reader.Number(RangeKeys.From);
        var to = reader.Number(RangeKeys.To);
        var count = (int?)reader.OptionalInteger(RangeKeys.Count, RangeKeys.Count.Value.Min, (long)RangeKeys.Count.Value.Max);
        var step = reader.OptionalNumber(RangeKeys.Step);
        if (!reader.Failed && from >= to)
            reader.Refuse(RangeKeys.To, $"expected a number above 'from', {from:R}, found {to:R}");
        if (count is not null && step is not null)
            reader.RefuseAt(reader.Location, $"{reader.Subject}: expected 'count' or 'step', found both");
        if (!reader.Failed && step is { } width && (to - from) / width >= MostValues)
            reader.Refuse(RangeKeys.Step, $"expected at most {MostValues} values, found {(to - from) / width:0} steps");
        if (!reader.Finish())
        {
            batch.Fail();
            return ([], null);
        }

        IEnumerable<double> values = (count, step) switch
        {
            ({ } n, _) => Enumerable.Range(0, n).Select(i => from + ((to - from) * i / (n - 1))),
            (_, { } h) => Enumerable.Range(0, (int)Math.Floor(((to - from) / h) + Rounding) + 1).Select(i => from + (h * i)),
            _ => [],
        };
        return ([.. values.Select(Written)], new Uniform(from, to));
    }

    /// <summary>As people write it: 0.3, not the 0.30000000000000004 that steps add up to.</summary>
    private static string Written(double value) => Math.Round(value, 12).ToString("R", CultureInfo.InvariantCulture);
}
