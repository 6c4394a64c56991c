using System.Diagnostics;
using RiskEngine.Numerics.Kernels;

namespace RiskEngine.Numerics.Tests.Kernels;

/// <summary>
/// All kernels on machines that have less than this one: in processes whose instruction sets are switched off, and at every width here.
/// </summary>
public sealed class LesserMachineTests
{
    private static readonly Lazy<string> scalar = new(() => KernelDigest.Of(VectorWidth.Scalar));

    [TestCaseSource(typeof(Widths), nameof(Widths.Available))]
    public void Every_width_makes_the_same_bits(int width) => Assert.That(KernelDigest.Of((VectorWidth)width), Is.EqualTo(scalar.Value));

    // .NET 10 knows the first name, earlier ones the second.
    [TestCase("EnableAVX512=0,EnableAVX512F=0", "Vector256")]
    [TestCase("PreferredVectorBitWidth=128", "Vector128")]
    [TestCase("EnableAVX2=0", "Scalar")]
    [TestCase("EnableHWIntrinsic=0", "Scalar")]
    public void A_machine_without_an_instruction_set_takes_a_narrower_width_and_makes_the_same_bits(string switches, string widest)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KernelDigest).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (var setting in switches.Split(',').Select(s => s.Split('=')))
            start.Environment[$"DOTNET_{setting[0]}"] = setting[1];
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEnd().Trim().Split(' ');
        process.WaitForExit();

        Assert.That(process.ExitCode, Is.Zero);
        Assert.That(Enum.Parse<VectorWidth>(printed[0]), Is.LessThanOrEqualTo(Enum.Parse<VectorWidth>(widest)));
        Assert.That(printed[1], Is.EqualTo(scalar.Value));
    }
}
