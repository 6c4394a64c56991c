using FsCheck;
using FsCheck.Fluent;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Abstractions.Tests.Time;

public sealed class TimeGridTests
{
    private static readonly DateOnly asOf = new(2026, 1, 31);

    [FsCheck.NUnit.Property(Replay = "12345,67891")]
    public Property Dates_rise_from_the_as_of_date_and_hold_every_settled_one() =>
        Prop.ForAll(
            Gen.Choose(-400, 4000).NonEmptyListOf().ToArbitrary(),
            Gen.Choose(1, 5).ToArbitrary(),
            Gen.Elements(Enum.GetValues<TenorUnit>()).ToArbitrary(),
            (days, count, unit) =>
            {
                var resolved = days.Select(asOf.AddDays).ToArray();
                var ahead = resolved.Where(d => d > asOf).ToHashSet();
                if (ahead.Count == 0)
                    return true;
                var grid = TimeGrid.Build(asOf, new Tenor(count, unit), resolved);
                var steps = Enumerable.Range(0, grid.StepCount);
                return grid.Dates[0] == asOf
                    && grid.Dates[^1] == ahead.Max()
                    && ahead.All(grid.Dates.Contains)
                    && steps.All(k =>
                        grid.Dates[k] < grid.Dates[k + 1] && grid.Dates[k + 1] <= new Tenor(count, unit).After(grid.Dates[k]).AddDays(3)
                    )
                    && steps.All(k =>
                        grid.IndexOf(grid.Dates[k]) == k && grid.Years[k] == DayCount.Years(asOf, grid.Dates[k]) && grid.StepYears(k) > 0
                    );
            }
        );

    [Test]
    public void The_day_of_the_month_is_kept_where_the_month_has_it() =>
        Assert.That(
            TimeGrid.Build(asOf, new Tenor(1, TenorUnit.Month), [new DateOnly(2026, 4, 30)]).Dates,
            Is.EqualTo(new DateOnly[] { asOf, new(2026, 2, 28), new(2026, 3, 31), new(2026, 4, 30) })
        );

    [Test]
    public void Settled_dates_stand_between_regular_ones() =>
        Assert.That(
            TimeGrid.Build(asOf, new Tenor(1, TenorUnit.Month), [new DateOnly(2026, 3, 10), asOf, new DateOnly(2025, 1, 1)]).Dates,
            Is.EqualTo(new DateOnly[] { asOf, new(2026, 2, 28), new(2026, 3, 10) })
        );

    [Test]
    public void A_date_beside_the_grid_is_named() =>
        Assert.That(
            () => new TimeGrid([asOf, new(2026, 2, 28)]).IndexOf(new(2026, 2, 1)),
            Throws.ArgumentException.With.Message.Contains("2026-02-01 is not on the time grid (2026-01-31 to 2026-02-28)")
        );

    [Test]
    public void Dates_must_rise() =>
        Assert.That(() => new TimeGrid([asOf, asOf]), Throws.ArgumentException.With.Message.Contains("found 2026-01-31 after 2026-01-31"));

    [Test]
    public void Nothing_ahead_is_no_grid() =>
        Assert.That(() => TimeGrid.Build(asOf, new Tenor(1, TenorUnit.Day), [asOf]), Throws.ArgumentException);

    [Test]
    public void A_step_of_no_length_is_refused() =>
        Assert.That(
            () => TimeGrid.Build(asOf, new Tenor(0, TenorUnit.Month), [new(2027, 1, 1)]),
            Throws.TypeOf<ArgumentOutOfRangeException>()
        );

    [TestCase("2026-01-01", "2027-01-01", 1)]
    [TestCase("2028-01-01", "2029-01-01", 366 / 365.0)]
    [TestCase("2026-03-15", "2026-01-01", -73 / 365.0)]
    public void Years_are_days_over_365(string from, string to, double years) =>
        Assert.That(
            DayCount.Years(DateOnly.ParseExact(from, "yyyy-MM-dd"), DateOnly.ParseExact(to, "yyyy-MM-dd")),
            Is.EqualTo(years).Within(1e-15)
        );
}
