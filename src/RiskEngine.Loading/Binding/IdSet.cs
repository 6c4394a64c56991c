using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Loading.Binding;

/// <summary>
/// The ids of one kind of thing that the scenario declares, with their places. An item that failed to bind stays declared, so that what
/// refers to it does not complain as well.
/// </summary>
/// <param name="kind">What the ids name, for messages: <c>factor</c>.</param>
internal sealed class IdSet(string kind)
{
    private readonly Dictionary<string, SourceLocation> declared = [];

    public string Kind => kind;

    /// <summary>The kind with its article: <c>a factor</c>, <c>an instrument</c>.</summary>
    public string KindWithArticle => ("aeiou".Contains(kind[0]) ? "an " : "a ") + kind;

    public IReadOnlyCollection<string> Ids => declared.Keys;

    /// <summary>Whether a file that declares such ids could not be read: then nothing can be called unknown.</summary>
    public bool IsIncomplete { get; private set; }

    public void MarkIncomplete() => IsIncomplete = true;

    public bool Contains(string id) => declared.ContainsKey(id);

    /// <summary>Adds an id that another set has checked.</summary>
    public void Add(string id, SourceLocation location) => declared.TryAdd(id, location);

    /// <summary>Adds an id; false after an error when it is not a well-formed id or was declared before.</summary>
    public bool Declare(string id, SourceLocation location, DiagnosticBag diagnostics)
    {
        if (!declared.TryAdd(id, location))
        {
            var first = declared[id];
            var where = first.File == location.File ? $"line {first.Line}" : first.ToString();
            diagnostics.Error(location, $"duplicate {kind} id '{id}' (first at {where})");
            return false;
        }

        return IdText.Check(id, kind, location, diagnostics);
    }

    /// <summary>
    /// Whether the id is declared; false after an error with a near name, or silently when declarations are missing anyway.
    /// </summary>
    public bool Check(string id, string what, SourceLocation location, DiagnosticBag diagnostics)
    {
        if (Contains(id))
            return true;
        if (IsIncomplete)
            return false;
        var near = NearName.Find(id, declared.Keys);
        var known = declared.Count == 0 ? $"; the scenario declares no {kind}" : "";
        diagnostics.Error(location, $"{what}: unknown {kind} '{id}'{known}", near);
        return false;
    }
}
