using System.Buffers.Binary;
using RiskEngine.Reporting.WhatIf;

namespace RiskEngine.Reporting.Tests.WhatIf;

internal sealed class PackedColumnTests
{
    [Test]
    public void A_number_comes_back_within_half_a_step()
    {
        double[] numbers = [-0.75, 0, 0.1, 0.123456, 3];

        var packed = PackedColumn.Of(numbers);

        Assert.That(packed.Step, Is.EqualTo(3.75 / 65534).Within(1e-15));
        Assert.That(Unpacked(packed), Is.EqualTo(numbers).Within(packed.Step / 2));
    }

    [Test]
    public void Minus_infinity_has_a_code_of_its_own()
    {
        var packed = PackedColumn.Of([double.NegativeInfinity, 1, 2]);

        Assert.That(packed.Low, Is.EqualTo(1));
        Assert.That(Unpacked(packed)[0], Is.EqualTo(double.NegativeInfinity));
    }

    [Test]
    public void Equal_numbers_need_no_step() => Assert.That(Unpacked(PackedColumn.Of([0.2, 0.2])), Is.EqualTo(new[] { 0.2, 0.2 }));

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void What_is_no_number_is_refused(double found) =>
        Assert.That(() => PackedColumn.Of([1, found]), Throws.ArgumentException.With.Message.Contains("at 1"));

    private static double[] Unpacked(PackedColumn packed)
    {
        var bytes = Convert.FromBase64String(packed.Codes);
        return
        [
            .. Enumerable
                .Range(0, bytes.Length / 2)
                .Select(k => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(2 * k)))
                .Select(code => code == 0 ? double.NegativeInfinity : packed.Low + ((code - 1) * packed.Step)),
        ];
    }
}
