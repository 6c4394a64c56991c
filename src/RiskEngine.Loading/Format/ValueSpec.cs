using System.Text.Json.Nodes;

namespace RiskEngine.Loading.Format;

/// <summary>What may stand behind a key: its type and range.</summary>
internal abstract record ValueSpec
{
    /// <summary>How it is written, for the tables of scenarios/README.md: <c>0 to 1</c>, <c>id of a factor</c>.</summary>
    public abstract string Text { get; }

    /// <summary>The keys of the mappings in it, where these are always the same; else null.</summary>
    public virtual KeySet? Keys => null;

    /// <summary>The words that are accepted, where these are few and always the same; else empty.</summary>
    public virtual IReadOnlyList<string> Words => [];

    /// <summary>Whether it is a number that says something about the world; of mappings and lists, whether some may be.</summary>
    public virtual bool IsAssumption => false;

    /// <summary>What stands behind a key of a mapping that is written here; null where there can be none.</summary>
    public virtual ValueSpec? Child(string key) => null;

    /// <summary>What an item of a list that is written here is; null where there can be none.</summary>
    public virtual ValueSpec? Item => null;

    /// <summary>The JSON Schema of the value; a new object each time.</summary>
    public abstract JsonObject Schema(SchemaDefinitions definitions);
}
