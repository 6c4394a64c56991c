using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Cli.Hosting;
using RiskEngine.Plugins;

namespace RiskEngine.Cli.Tests.Hosting;

/// <summary>A call that does not return is told from many that do.</summary>
public sealed class PluginWatchdogTests
{
    private const string Kind = """
        using RiskEngine.Abstractions.Factors;
        using RiskEngine.Abstractions.Identity;
        using RiskEngine.Abstractions.Time;

        public sealed class Waiting : FactorKind
        {
            public static readonly System.Threading.SemaphoreSlim Entered = new(0);
            public static readonly System.Threading.SemaphoreSlim Free = new(0);
            public override string Name => "waiting";
            public override LocalText Summary => LocalText.Same("Waits.");
            public override string Equation => "x = x";
            public override string Reference => "a test";
            public override FactorScale Scale => FactorScale.Level;
            public override IReadOnlyList<ParameterSpec> Parameters => [];
            public override FactorProcess Create(RiskFactor factor, TimeGrid grid) => throw new NotSupportedException();
            public override IEnumerable<string> Check(RiskFactor factor, DateOnly asOf)
            {
                Entered.Release();
                Free.Wait();
                return [];
            }
        }
        """;

    [Test]
    public void A_call_that_is_seen_too_often_is_named_and_others_are_not()
    {
        using var folder = new TestFolder();
        folder.Write("Waiting.cs", Kind);
        var found = new DiagnosticBag();
        using var activity = new PluginActivity();
        var kind = FactorSource.Read(folder.PathOf("Waiting.cs"), "factors/Waiting.cs", found)!.Load(found, activity).Single();
        var type = AppDomain.CurrentDomain.GetAssemblies().SelectMany(a => a.GetTypes()).Single(t => t.Name == "Waiting");
        var (entered, free) = (
            (SemaphoreSlim)type.GetField("Entered")!.GetValue(null)!,
            (SemaphoreSlim)type.GetField("Free")!.GetValue(null)!
        );
        var factor = new RiskFactor
        {
            Id = new("mood"),
            Name = new("Mood", "Mood"),
            Kind = "waiting",
            Unit = new("1", "1"),
            Parameters = new Dictionary<string, Abstractions.Parameters.Parameter>(),
        };
        var watchdog = new PluginWatchdog(activity, patience: 2);

        for (var call = 0; call < 5; call++)
        {
            var other = Task.Run(() => kind.Check(factor, default).Count());
            entered.Wait();
            Assert.That(watchdog.Look(), Is.Null, "each call is another one");
            free.Release();
            other.Wait();
        }

        var stuck = Task.Run(() => kind.Check(factor, default).Count());
        entered.Wait();
        Assert.That(watchdog.Look(), Is.Null);
        Assert.That(watchdog.Look(), Is.Null);
        Assert.That(
            watchdog.Look(),
            Is.EqualTo(
                "a plug-in does not return: factor 'mood' of kind 'waiting' (factors/Waiting.cs), Check, after 2 seconds (--plugin-timeout)"
            )
        );
        free.Release();
        stuck.Wait();
        Assert.That(activity.Running(), Is.Empty);
    }
}
