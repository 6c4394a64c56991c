using System.Reflection;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;
using RiskEngine.Loading.Sections.Keys;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Tests.Format;

internal sealed class KeySpecTests
{
    private static readonly Type[] places =
    [
        .. typeof(RiskKeys).Assembly.GetTypes().Where(t => t.Namespace == typeof(RiskKeys).Namespace && t.Name.EndsWith("Keys")),
    ];

    private static readonly KeySet[] sets = [.. Values<KeySet>()];

    [Test]
    public void Every_key_belongs_to_a_set()
    {
        var known = sets.SelectMany(s => s.Keys).ToHashSet();
        var forgotten = Values<KeySpec>().Where(k => !known.Contains(k) && k != PricedKeys.Kind).Select(k => k.Name);
        Assert.That(forgotten, Is.Empty);
    }

    [TestCaseSource(nameof(sets))]
    public void The_keys_of_a_set_have_names_of_their_own_and_meanings(KeySet set)
    {
        Assert.That(set.Keys.Select(k => k.Name), Is.Unique);
        foreach (var key in set.Keys)
        {
            Assert.That(key.Meaning, Is.Not.Empty, key.Name);
            Assert.That(key.Meaning, Does.Not.Contain("\n"), key.Name);
            Assert.That(key.Default is null || key.Otherwise is null, key.Name);
        }
    }

    [TestCaseSource(nameof(sets))]
    public void A_default_is_a_value_that_a_file_may_write(KeySet set)
    {
        var bag = new DiagnosticBag();
        foreach (var key in set.Keys.Where(k => k.Default is not null))
        {
            var node = new YamlScalar(default, key.Default!, IsQuoted: false);
            var reader = new MappingReader(new YamlMapping(default, [new YamlEntry(key.Name, default, node)]), set.Name, bag);
            switch ((object)key)
            {
                case KeySpec<NumberValue> number:
                    reader.Number(number);
                    break;
                case KeySpec<WholeNumberValue> whole:
                    reader.Integer(whole);
                    break;
                case KeySpec<BooleanValue> flag:
                    reader.Boolean(flag);
                    break;
                case KeySpec<TenorValue> tenor:
                    reader.Tenor(tenor);
                    break;
                default:
                    Assert.That(key.Form.Text, key.Form is ReferenceValue ? Is.Not.Empty : Does.Contain($"`{key.Default}`"), key.Name);
                    break;
            }
        }

        Assert.That(bag.Sorted(), Is.Empty);
    }

    private static IEnumerable<T> Values<T>() =>
        places
            .SelectMany(t => t.GetProperties(BindingFlags.Static | BindingFlags.Public))
            .Where(p => p.PropertyType.IsAssignableTo(typeof(T)))
            .Select(p => (T)p.GetValue(null)!);
}
