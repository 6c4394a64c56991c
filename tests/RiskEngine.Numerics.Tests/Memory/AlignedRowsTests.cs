using System.Runtime.CompilerServices;
using RiskEngine.Numerics.Memory;

namespace RiskEngine.Numerics.Tests.Memory;

public sealed class AlignedRowsTests
{
    [Test]
    public unsafe void Every_row_of_whole_cache_lines_begins_at_one([Values(0, 1, 256, 30 * 256)] int length)
    {
        for (var n = 0; n < 20; n++)
        {
            var (doubles, singles) = (new AlignedRows<double>(length), new AlignedRows<float>(length));
            GC.Collect();
            if (length == 0)
                continue;
            Assert.That((long)Unsafe.AsPointer(ref doubles.All[0]) % 64, Is.Zero);
            Assert.That((long)Unsafe.AsPointer(ref singles.All[0]) % 64, Is.Zero);
        }
    }

    [Test]
    public void They_begin_at_zero_and_hold_what_is_written()
    {
        var rows = new AlignedRows<double>(3);
        Assert.That(rows.All.ToArray(), Is.EqualTo(new double[3]));
        rows.AsSpan(1, 2).Fill(7);
        Assert.That(rows.All.ToArray(), Is.EqualTo(new[] { 0.0, 7, 7 }));
        Assert.That(rows.Length, Is.EqualTo(3));
    }

    [Test]
    public void What_is_not_within_is_refused()
    {
        Assert.That(() => new AlignedRows<double>(3).AsSpan(1, 3), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new AlignedRows<double>(-1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
