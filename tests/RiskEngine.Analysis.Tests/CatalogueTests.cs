using RiskEngine.Abstractions.Measures;

namespace RiskEngine.Analysis.Tests;

internal sealed class CatalogueTests
{
    [Test]
    public void The_ids_are_those_that_files_use()
    {
        // The written contract of limits and results.json: changing one breaks users' files.
        Assert.That(
            string.Join(' ', MeasureKinds.All),
            Is.EqualTo(
                "mean standard-deviation q01 q05 q25 median q75 q95 q99 loss-probability large-loss-probability "
                    + "beat-unchanged-probability var95 var99 es95 es99 drawdown-mean drawdown-q95 cdar95 sharpe sortino "
                    + "var95-normal var99-normal var95-cornish-fisher var99-cornish-fisher var95-delta-normal var99-delta-normal "
                    + "upside-risk omega bernardo-ledoit"
            )
        );
    }

    [Test]
    public void Every_kind_has_its_words()
    {
        foreach (var kind in MeasureKinds.All)
        {
            Assert.That(kind.Definition, Does.EndWith("."), kind.Id);
            Assert.That(kind.Name.Chinese.Any(c => c >= '\u4e00'), Is.True, kind.Id);
            Assert.That(kind.Name.English, Is.Not.Empty, kind.Id);
            Assert.That(MeasureKinds.Find(kind.Id), Is.SameAs(kind));
        }

        Assert.That(MeasureKinds.Find("ES95"), Is.Null);
    }

    [Test]
    public void A_set_holds_each_kind_once()
    {
        var all = MeasureKinds.All.Select((kind, i) => KeyValuePair.Create(kind, Estimate.Exact(i))).ToArray();

        Assert.That(new MeasureSet(all.Reverse()), Is.EqualTo(new MeasureSet(all)));
        Assert.That(new MeasureSet(all)[MeasureKinds.Sortino].Value, Is.EqualTo(20));
        Assert.That(() => new MeasureSet(all.Skip(1)), Throws.ArgumentException.With.Message.Contains("'mean' is missing"));
        Assert.That(() => new MeasureSet([.. all, all[3]]), Throws.ArgumentException.With.Message.Contains("found 'q05' twice"));
        Assert.That(
            () => new MeasureSet([KeyValuePair.Create(MeasureKinds.Mean with { Id = "mode" }, Estimate.Exact(0))]),
            Throws.ArgumentException.With.Message.Contains("found 'mode'")
        );
    }

    [Test]
    public void A_normal_estimate_reaches_196_errors_to_either_side()
    {
        var estimate = Estimate.Normal(1, 0.5);

        Assert.That(estimate.Low, Is.EqualTo(1 - (1.959964 * 0.5)).Within(1e-6));
        Assert.That(estimate.High, Is.EqualTo(1 + (1.959964 * 0.5)).Within(1e-6));
        Assert.That(Estimate.FromInterval(1, estimate.Low, estimate.High).StandardError, Is.EqualTo(0.5).Within(1e-15));
        Assert.That(estimate.Negate(), Is.EqualTo(Estimate.Normal(-1, 0.5)));
        Assert.That(() => Estimate.Normal(1, -0.5), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Estimate.FromInterval(1, 2, 0), Throws.ArgumentException);
    }

    [Test]
    public void Not_a_number_means_not_available()
    {
        Assert.That(Estimate.Normal(double.NaN, 1), Is.EqualTo(Estimate.NotAvailable));
        Assert.That((Estimate.NotAvailable.IsAvailable, Estimate.NotAvailable.HasError), Is.EqualTo((false, false)));
        Assert.That((Estimate.WithoutError(2).IsAvailable, Estimate.WithoutError(2).HasError), Is.EqualTo((true, false)));
        Assert.That(Estimate.Exact(0).Negate(), Is.EqualTo(Estimate.Exact(0)));
    }
}
