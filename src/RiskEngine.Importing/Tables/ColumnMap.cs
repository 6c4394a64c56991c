using RiskEngine.Importing.Formats;

namespace RiskEngine.Importing.Tables;

/// <summary>Which column of a table is what, by the headings of its first row.</summary>
internal sealed class ColumnMap
{
    private readonly Dictionary<string, int> byRole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> currencies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> byHeading = new(StringComparer.Ordinal);
    private readonly GridRow header;

    private ColumnMap(GridRow header) => this.header = header;

    /// <summary>The columns by the format's own headings, and by the vocabulary's for what it does not say.</summary>
    public static ColumnMap Of(GridRow header, Format? format, Vocabulary vocabulary)
    {
        var map = new ColumnMap(header);
        for (var i = 0; i < header.Cells.Count; i++)
            map.byHeading.TryAdd(Heading.Plain(header[i].Text), i);
        if (format is not null)
            map.AddOwn(format, vocabulary);
        var taken = map.byRole.Values.ToHashSet();
        for (var i = 0; i < header.Cells.Count; i++)
        {
            if (taken.Contains(i) || header[i].IsEmpty || vocabulary.RoleOf(header[i].Text) is not { } found)
                continue;
            if (format?.Columns.ContainsKey(found.Role) == true)
                continue;
            map.AddShared(found.Role, found.Currency, i);
        }

        return map;
    }

    /// <summary>The headings, as they stand.</summary>
    public IEnumerable<string> Headings => header.Cells.Where(c => !c.IsEmpty).Select(c => c.Text);

    /// <summary>The column of a role, or -1.</summary>
    public int this[string role] => byRole.GetValueOrDefault(role, -1);

    /// <summary>Whether there is such a column.</summary>
    public bool Has(string role) => byRole.ContainsKey(role);

    /// <summary>The currency that the heading of a role says, or empty.</summary>
    public string Currency(string role) => currencies.GetValueOrDefault(role, "");

    /// <summary>The heading of a role, as it stands; the role where it has none.</summary>
    public string HeadingOf(string role) => Has(role) && !header[this[role]].IsEmpty ? header[this[role]].Text : role;

    /// <summary>The same with a role for a column, which loses the role that it had.</summary>
    public ColumnMap With(string role, int at)
    {
        var map = new ColumnMap(header);
        foreach (var (heading, column) in byHeading)
            map.byHeading.Add(heading, column);
        foreach (var (other, column) in byRole.Where(r => r.Value != at && r.Key != role))
            map.Put(other, Currency(other), column);
        map.Put(role, "", at);
        return map;
    }

    /// <summary>The column of a role or heading, or -1.</summary>
    public int Find(string named) => byRole.TryGetValue(named, out var at) ? at : byHeading.GetValueOrDefault(Heading.Plain(named), -1);

    private void AddOwn(Format format, Vocabulary vocabulary)
    {
        foreach (var (role, headings) in format.Columns)
        {
            foreach (var named in headings)
            {
                // "Lokale waarde+1" is the column after that heading, which has none of its own; in older files both are one.
                var isNext = named.EndsWith("+1", StringComparison.Ordinal);
                var plain = Heading.Plain(isNext ? named[..^2] : named);
                var at = byHeading.GetValueOrDefault(plain, -1);
                if (at < 0)
                    at = Array.FindIndex([.. header.Cells], c => Heading.Forms(c.Text).Any(f => f.Form == plain));
                if (at < 0 || byRole.ContainsKey(role))
                    continue;
                isNext &= vocabulary.RoleOf(header[at + 1].Text) is null;
                byRole.Add(role, isNext ? at + 1 : at);
                var said = Heading.Forms(header[at].Text).Select(f => f.Currency).FirstOrDefault(c => c.Length > 0);
                if (!isNext && said is { } currency)
                    currencies.Add(role, currency);
            }
        }
    }

    /// <summary>
    /// A second value column is the one in the account's currency, if its heading says a currency and the first one's does not.
    /// </summary>
    private void AddShared(string role, string currency, int at)
    {
        if (role == Role.Value && byRole.ContainsKey(role) && !byRole.ContainsKey(Role.BaseValue))
        {
            if (currency.Length > 0 && Currency(role).Length == 0)
                Put(Role.BaseValue, currency, at);
            return;
        }

        if (!byRole.ContainsKey(role))
            Put(role, currency, at);
    }

    private void Put(string role, string currency, int at)
    {
        byRole.Add(role, at);
        if (currency.Length > 0)
            currencies.Add(role, currency);
    }
}
