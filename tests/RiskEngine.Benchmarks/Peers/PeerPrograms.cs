using System.ComponentModel;
using System.Diagnostics;

namespace RiskEngine.Benchmarks.Peers;

/// <summary>Makes the peers ready; says why where one cannot be had. Nothing of them is part of the project.</summary>
internal sealed class PeerPrograms(string? folder, string workFolder, List<string> notes)
{
    /// <summary>The practical limit of one core: hand-written in C++, for vectors of 512 bits or else of 256.</summary>
    public Peer? Limit() =>
        Machine.VectorBits == 512
            ? Compiled("limit_basket.cpp", ["-O3", "-march=native", "-ffast-math"], [], "400000")
            : Compiled("limit_basket_avx2.cpp", ["-O3", "-march=native", "-mno-avx512f", "-ffast-math"], [], "400000");

    /// <summary>The field's reference library.</summary>
    public Peer? QuantLib() => Compiled("quantlib_basket.cpp", ["-O2", "-std=c++17"], ["-lQuantLib"], "5000");

    /// <summary>What a quant would write instead.</summary>
    public Peer? NumPy()
    {
        const string File = "numpy_basket.py";
        if (SourceOf(File) is not { } source)
            return null;
        var python = new[] { "/usr/bin/python3", "python3" }.FirstOrDefault(p => Succeeds(p, ["-c", "import numpy"]).Done);
        if (python is not null)
            return new Peer(python, [source, "40000"]);
        notes.Add($"skipped {File}: no Python with NumPy");
        return null;
    }

    private Peer? Compiled(string file, string[] options, string[] libraries, string paths)
    {
        if (SourceOf(file) is not { } source)
            return null;
        var program = Path.Combine(workFolder, Path.GetFileNameWithoutExtension(file));
        var (done, error) = Succeeds("g++", [.. options, source, "-o", program, .. libraries]);
        if (done)
            return new Peer(program, [paths]);
        notes.Add($"skipped {file}: it does not compile here ({error})");
        return null;
    }

    private string? SourceOf(string file)
    {
        var path = folder is null ? null : Path.Combine(folder, file);
        if (path is not null && File.Exists(path))
            return path;
        notes.Add($"skipped {file}: it is not beside the checkout (../shared/bench)");
        return null;
    }

    private static (bool Done, string Error) Succeeds(string program, string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    UseShellExecute = false,
                    RedirectStandardError = true,
                    RedirectStandardOutput = true,
                }
            )!;
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode == 0, error.Split('\n')[0]);
        }
        catch (Win32Exception e)
        {
            return (false, e.Message);
        }
    }
}
