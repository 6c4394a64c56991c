using RiskEngine.Numerics.Kernels;

namespace RiskEngine.Numerics.Tests.Kernels;

/// <summary>
/// The inverse normal against 17 digits: sqrt(2) erfinv(1 - 2p) of p = (m + 1/2) 2^-32, worked out with 40 digits in mpmath 1.3. The words
/// are those next to |z| = 0.001, 0.01, 0.1, 0.5, ..., 6, and the outermost ones.
/// </summary>
public sealed class InverseNormalReferenceTests
{
    private static readonly (uint Word, double Z)[] table =
    [
        (2147483647u, 2.9180993729166227e-10),
        (2145770204u, 0.00099999984724217792),
        (2130349493u, 0.0099999997645362292),
        (1976424389u, 0.099999999955862956),
        (1325158638u, 0.49999999994474421),
        (681419126u, 1.0000000004562719),
        (286934744u, 1.5000000001564609),
        (97711072u, 2.0000000008500364),
        (26670309u, 2.4999999999111848),
        (8013607u, 2.8999999845728791),
        (5797767u, 3.0000000209505385),
        (2951234u, 3.2000000460164814),
        (2151507u, 3.2900000211959597),
        (2076290u, 3.3000000515836365),
        (2003515u, 3.3100000316050894),
        (1447100u, 3.3999999389962843),
        (999134u, 3.4999999430534632),
        (136026u, 4.0000007792283003),
        (14592u, 4.5000057532464225),
        (1231u, 4.9999466239665973),
        (81u, 5.5001287857770661),
        (5u, 5.9575076629885733),
        (4u, 5.9902275972614819),
        (2u, 6.085104545783031),
        (1u, 6.1664295178197502),
        (0u, 6.3379577545537893),
    ];

    [TestCaseSource(nameof(table))]
    public void A_normal_is_right_to_six_sigma((uint Word, double Z) row)
    {
        Assert.That(InverseNormalKernel.Scalar(row.Word), Is.EqualTo(row.Z).Within(row.Z < 3.5 ? 4e-7 : 1e-6));
        Assert.That(InverseNormalKernel.Scalar(row.Word | 0x80000000), Is.EqualTo(-row.Z).Within(row.Z < 3.5 ? 4e-7 : 1e-6));
    }
}
