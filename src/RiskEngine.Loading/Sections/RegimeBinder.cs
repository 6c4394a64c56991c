using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds the states of a factor that switches between them.</summary>
internal sealed class RegimeBinder(BindingScope scope, MappingReader factor)
{
    private const double Sum = 1e-9;

    private readonly IdSet ids = new("state");

    /// <summary>The states; null after an error.</summary>
    public RegimeSwitching? Bind()
    {
        var period = factor.OptionalTenor(FactorKeys.Period);
        if (factor.Mapping(FactorKeys.States.Name) is not { } table)
            return null;
        foreach (var entry in table.Node.Entries)
        {
            if (!ids.Declare(entry.Key, entry.KeyLocation, scope.Diagnostics))
                factor.Fail();
        }

        string[] names = [.. table.Node.Entries.Select(e => e.Key)];
        if (names.Length < 2)
            factor.Refuse(FactorKeys.States, $"expected two states or more, found {names.Length}");
        var transitions = new double[names.Length * names.Length];
        var states = new List<Regime>();
        foreach (var (name, at) in names.Select((name, at) => (name, at)))
        {
            if (
                factor.Read(table.Node.Entries[at].Value, n => MappingReader.Of(n, $"{factor.Subject}, state '{name}'", scope.Diagnostics))
                is not { } reader
            )
            {
                continue;
            }

            Transitions(reader, name, names, period is not null, transitions.AsSpan(at * names.Length, names.Length));
            var state = new Regime(name, ByFactor(reader, StateKeys.Drift), ByFactor(reader, StateKeys.Volatility), Correlations(reader));
            if (reader.Finish())
                states.Add(state);
            else
                factor.Fail();
        }

        var start = Start(names);
        return factor.Failed
            ? null
            : new RegimeSwitching
            {
                States = states,
                Transitions = transitions,
                PeriodYears = period?.Years,
                Start = start,
            };
    }

    private void Transitions(MappingReader state, string name, string[] names, bool areProbabilities, Span<double> row)
    {
        if (state.Mapping(StateKeys.To) is not { } to)
            return;
        var sum = 0.0;
        foreach (var entry in to.Node.Entries)
        {
            var value = to.Number(entry.Key, areProbabilities ? NumberRange.Probability : StateKeys.To.Value.Value.Range);
            if (!ids.Check(entry.Key, to.Subject, entry.KeyLocation, scope.Diagnostics))
                state.Fail();
            else if (entry.Key == name)
                to.RefuseAt(entry.KeyLocation, $"{to.Subject}: expected other states, found the state itself");
            else
                row[Array.IndexOf(names, entry.Key)] = value;
            sum += value;
        }

        if (areProbabilities && sum > 1 + Sum)
            to.RefuseAt(to.Location, $"{to.Subject}: expected probabilities that add to 1 at most, found {sum:0.######}");
        if (!to.Finish())
            state.Fail();
    }

    private Dictionary<Id<RiskFactor>, double> ByFactor(MappingReader state, KeySpec<TableValue<NumberValue>> key)
    {
        var found = new Dictionary<Id<RiskFactor>, double>();
        if (state.Mapping(key) is not { } table)
            return found;
        foreach (var entry in table.Node.Entries)
        {
            var value = table.Number(entry.Key, key.Value.Value.Range);
            if (scope.Ids.Factors.Check(entry.Key, table.Subject, entry.KeyLocation, scope.Diagnostics))
                found.Add(new Id<RiskFactor>(entry.Key), value);
            else
                state.Fail();
        }

        if (!table.Finish())
            state.Fail();
        return found;
    }

    private List<RegimeCorrelation> Correlations(MappingReader state)
    {
        var found = new List<RegimeCorrelation>();
        var nodes = state.Items(StateKeys.Correlation);
        for (var i = 0; i < nodes.Count; i++)
        {
            var what = nodes.Count == 1 ? state.What(StateKeys.Correlation) : $"{state.Subject}, 'correlation.{i}'";
            if (state.Read(nodes[i], n => MappingReader.Of(n, what, scope.Diagnostics)) is not { } reader)
                continue;
            var on = reader.References(RegimeCorrelationKeys.On, scope.Ids.Factors);
            var size = reader.Number(RegimeCorrelationKeys.Size);
            if (on.Count < 2 && !reader.Failed)
                reader.Refuse(RegimeCorrelationKeys.On, $"expected two factors or more, found {on.Count}");
            if (on.FirstOrDefault(f => found.Exists(c => c.Factors.Contains(new Id<RiskFactor>(f)))) is { } twice)
                reader.Refuse(RegimeCorrelationKeys.On, $"expected each factor once in a state, found '{twice}' twice");
            if (reader.Finish())
                found.Add(new RegimeCorrelation([.. on.Select(f => new Id<RiskFactor>(f))], size));
            else
                state.Fail();
        }

        return found;
    }

    /// <summary>Nothing for the long-run shares, a state's id, or a probability for each state.</summary>
    private double[] Start(string[] names)
    {
        if (factor.Optional(FactorKeys.Start) is not { } node)
            return [];
        var start = new double[names.Length];
        if (node is not Yaml.YamlMapping)
        {
            if (factor.Read(node, n => ValueReader.Reference(n, factor.What(FactorKeys.Start), ids, scope.Diagnostics)) is { } sure)
                start[Array.IndexOf(names, sure)] = 1;
            return start;
        }

        var shares = factor.Mapping(FactorKeys.Start.Name)!;
        foreach (var entry in shares.Node.Entries)
        {
            var value = shares.Number(entry.Key, NumberRange.Probability);
            if (ids.Check(entry.Key, shares.Subject, entry.KeyLocation, scope.Diagnostics))
                start[Array.IndexOf(names, entry.Key)] = value;
            else
                factor.Fail();
        }

        if (!shares.Finish())
            factor.Fail();
        else if (Math.Abs(start.Sum() - 1) > Sum)
            factor.Refuse(FactorKeys.Start, $"expected probabilities that add to 1, found {start.Sum():0.######}");
        return start;
    }
}
