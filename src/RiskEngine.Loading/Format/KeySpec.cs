namespace RiskEngine.Loading.Format;

/// <summary>
/// All that is known of one key of the scenario files. Reading, settings, the assumption ledger, the tables of scenarios/README.md and
/// the JSON Schema are made from it. A key with neither <see cref="Default"/> nor <see cref="Otherwise"/> is required.
/// </summary>
/// <param name="Name">The key as files write it.</param>
/// <param name="Meaning">What it says, in one sentence for the file's author; Markdown.</param>
internal abstract record KeySpec(string Name, string Meaning)
{
    /// <summary>What stands behind the key.</summary>
    public abstract ValueSpec Form { get; }

    /// <summary>Unit of the value in words, for example <c>a year</c>; empty where there is none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What the range does not say: <c>adding to 1</c>; empty where there is nothing more.</summary>
    public string Condition { get; init; } = "";

    /// <summary>The value that a file without the key has, as a file would write it; null where there is none.</summary>
    public string? Default { get; init; }

    /// <summary>What holds without the key, in words, where that is no single value: <c>none</c>; else null.</summary>
    public string? Otherwise { get; init; }

    /// <summary>Who may set it. Of a key within an item or a mapping nothing is said: it may be set where the outermost key may.</summary>
    public Settable Settable { get; init; }

    /// <summary>Whether the numbers under the key are assumptions, which the ledger lists with their sources.</summary>
    public bool IsAssumption { get; init; } = true;

    /// <summary>Whether a file must have the key.</summary>
    public bool IsRequired => Default is null && Otherwise is null;

    /// <summary>A key stands for its name wherever only that matters: in messages and look-ups.</summary>
    public static implicit operator string(KeySpec key) => key.Name;
}

/// <summary>A key whose type of value is known, so that it can be read.</summary>
/// <param name="Name">The key as files write it.</param>
/// <param name="Value">What stands behind the key.</param>
/// <param name="Meaning">What it says, in one sentence.</param>
internal sealed record KeySpec<TValue>(string Name, TValue Value, string Meaning) : KeySpec(Name, Meaning)
    where TValue : ValueSpec
{
    /// <inheritdoc/>
    public override ValueSpec Form => Value;
}
