using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace RiskEngine.Cli.Tests.Clusters;

/// <summary>
/// A Slurm of its own with two nodes, both this machine: a controller, two daemons of nodes and the service that they trust each other by.
/// Everything lies in one folder; each process is stopped by its number.
/// </summary>
internal sealed class LocalSlurm : IDisposable
{
    private static readonly string[] needed = ["/usr/sbin/munged", "/usr/sbin/slurmctld", "/usr/sbin/slurmd", "/usr/bin/sbatch"];

    private readonly string folder;
    private readonly Dictionary<string, Process> processes = [];

    public LocalSlurm(string folder)
    {
        this.folder = folder;
        foreach (var name in new[] { "state", "spool-n1", "spool-n2", "munge" })
            Directory.CreateDirectory(Path.Combine(folder, name));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(folder, "munge"), (UnixFileMode)0b111_101_101);
        var key = Path.Combine(folder, "munge/key");
        File.WriteAllBytes(key, RandomNumberGenerator.GetBytes(128));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(Configuration, Settings());
        Start(
            "munged",
            "/usr/sbin/munged",
            "--force",
            "--foreground",
            $"--key-file={key}",
            Munge("socket"),
            Munge("pid-file"),
            Munge("log-file"),
            Munge("seed-file")
        );
        WaitFor(() => File.Exists(Path.Combine(folder, "munge/socket")), "munged");
        Start("slurmctld", "/usr/sbin/slurmctld", "-D");
        Start("n1", "/usr/sbin/slurmd", "-D", "-N", "n1");
        Start("n2", "/usr/sbin/slurmd", "-D", "-N", "n2");
        WaitFor(() => Ask("sinfo", "--noheader", "--format=%T %D").Trim() == "idle 2", "two idle nodes");
    }

    /// <summary>What is not there of Slurm; null where all is.</summary>
    public static string? Missing => needed.FirstOrDefault(file => !File.Exists(file));

    /// <summary>The file that Slurm's commands are told of by <c>SLURM_CONF</c>.</summary>
    public string Configuration => Path.Combine(folder, "slurm.conf");

    /// <summary>Asks one of Slurm's commands.</summary>
    public string Ask(string command, params string[] args)
    {
        var start = new ProcessStartInfo(command, args)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SLURM_CONF"] = Configuration;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output + error.Result;
    }

    /// <summary>
    /// A node fails while it is at work: its daemon is killed, the controller hears of it, and what ran there is gone. What runs is halted
    /// before, so that it is at work for certain.
    /// </summary>
    public void TakeDown(string node)
    {
        WaitFor(() => IsHaltedAtWork(node), $"a task on {node}");
        Kill(processes[node]);
        Ask("scontrol", "update", $"NodeName={node}", "State=DOWN", "Reason=test");
        Signal("-KILL", On(node));
        processes.Remove(node);
    }

    private bool IsHaltedAtWork(string node)
    {
        int[] halted = [.. On(node)];
        Signal("-STOP", halted);
        if (halted.Length > 0 && Ask("squeue", "--noheader", "--states=RUNNING", $"--nodelist={node}", "--format=%i").Trim().Length > 0)
            return true;
        Signal("-CONT", halted);
        return false;
    }

    private static void Signal(string signal, IEnumerable<int> numbers)
    {
        string[] words = [signal, .. numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))];
        if (words.Length == 1)
            return;
        using var kill = Process.Start(new ProcessStartInfo("kill", words) { UseShellExecute = false, RedirectStandardError = true })!;
        kill.WaitForExit(); // one that has ended by itself is no matter
    }

    public void Dispose()
    {
        foreach (var name in new[] { "n1", "n2", "slurmctld", "munged" })
        {
            if (processes.TryGetValue(name, out var process))
            {
                Kill(process);
                process.Dispose();
            }
        }
    }

    private static void Kill(Process process)
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
    }

    /// <summary>The processes of tasks on a node of this Slurm, known by their environment.</summary>
    private IEnumerable<int> On(string node)
    {
        foreach (var place in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(place), CultureInfo.InvariantCulture, out var number))
                continue;
            string environment;
            try
            {
                environment = File.ReadAllText(Path.Combine(place, "environ"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue;
            }

            if (environment.Contains($"SLURMD_NODENAME={node}\0") && environment.Contains(Configuration))
                yield return number;
        }
    }

    private string Munge(string option) => $"--{option}={Path.Combine(folder, "munge", option)}";

    private void Start(string name, string file, params string[] args)
    {
        var start = new ProcessStartInfo(file, args)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SLURM_CONF"] = Configuration;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        processes[name] = process;
    }

    private void WaitFor(Func<bool> there, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!there())
        {
            if (clock.Elapsed > TimeSpan.FromSeconds(30) || processes.Values.Any(p => p.HasExited))
            {
                var logs = Directory.EnumerateFiles(folder, "*.log").Select(f => $"{f}: {File.ReadAllText(f)}");
                Dispose();
                throw new InvalidOperationException($"{what} did not come up:\n{string.Join('\n', logs)}");
            }

            Thread.Sleep(100);
        }
    }

    private string Settings() =>
        $"""
            ClusterName=test
            SlurmctldHost={Dns.GetHostName()}(127.0.0.1)
            SlurmctldPort={FreePort()}
            SlurmUser={Environment.UserName}
            SlurmdUser={Environment.UserName}
            AuthType=auth/munge
            AuthInfo=socket={folder}/munge/socket,cred_expire=5
            StateSaveLocation={folder}/state
            SlurmdSpoolDir={folder}/spool-%n
            SlurmctldPidFile={folder}/slurmctld.pid
            SlurmdPidFile={folder}/slurmd-%n.pid
            SlurmctldLogFile={folder}/slurmctld.log
            SlurmdLogFile={folder}/slurmd-%n.log
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU
            SwitchType=switch/none
            MpiDefault=none
            ReturnToService=2
            SlurmdTimeout=10
            SlurmdParameters=config_overrides
            SchedulerParameters=sched_interval=1,bf_interval=1,sched_min_interval=100000,batch_sched_delay=0
            NodeName=n1 NodeHostname={Dns.GetHostName()} NodeAddr=127.0.0.1 Port={FreePort()} CPUs=1
            NodeName=n2 NodeHostname={Dns.GetHostName()} NodeAddr=127.0.0.1 Port={FreePort()} CPUs=1
            PartitionName=main Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP

            """;

    /// <summary>A port that nobody listens at.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
