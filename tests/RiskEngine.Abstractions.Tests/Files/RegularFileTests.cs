using System.Diagnostics;
using System.Net.Sockets;
using RiskEngine.Abstractions.Files;

namespace RiskEngine.Abstractions.Tests.Files;

public sealed class RegularFileTests
{
    private string folder = "";

    [SetUp]
    public void Make_a_folder() => folder = Directory.CreateTempSubdirectory("riskengine-").FullName;

    [TearDown]
    public void Remove_it() => Directory.Delete(folder, recursive: true);

    [Test]
    public void A_file_is_read_whole_empty_or_not_and_through_links()
    {
        File.WriteAllBytes(Of("full"), [1, 2, 3]);
        File.WriteAllBytes(Of("empty"), []);
        File.CreateSymbolicLink(Of("link"), "full");

        Assert.That(Read("full", 3), Is.EqualTo(((byte[])[1, 2, 3], "")).Using<(byte[]?, string)>(Same));
        Assert.That(Read("empty", 3), Is.EqualTo(((byte[])[], "")).Using<(byte[]?, string)>(Same));
        Assert.That(Read("link", 3), Is.EqualTo(((byte[])[1, 2, 3], "")).Using<(byte[]?, string)>(Same));
    }

    [Test]
    public void What_is_missing_or_a_folder_or_too_large_is_said()
    {
        File.WriteAllBytes(Of("full"), [1, 2, 3]);
        File.CreateSymbolicLink(Of("round"), "round");

        Assert.That(Problem("none"), Is.EqualTo("does not exist"));
        Assert.That(Problem("."), Is.EqualTo("is a folder: expected a file"));
        Assert.That(Read("full", 2).Problem, Is.EqualTo("has 3 bytes; at most 2 are read"));
        Assert.That(Problem("round"), Does.StartWith("cannot be read: ").Or.EqualTo("does not exist"));
    }

    [Test]
    public void A_file_is_opened_at_its_beginning_or_it_is_said_why_not()
    {
        File.WriteAllBytes(Of("full"), [1, 2, 3]);

        using (var opened = RegularFile.Open(Of("full"), out var none))
            Assert.That((opened!.ReadByte(), opened.Length, none), Is.EqualTo((1, 3L, "")));
        Assert.That(RegularFile.Open(Of("none"), out var missing), Is.Null);
        Assert.That(missing, Is.EqualTo("does not exist"));
        Assert.That(RegularFile.Open(folder, out var isFolder), Is.Null);
        Assert.That(isFolder, Is.EqualTo("is a folder: expected a file"));
    }

    [Test]
    public void A_file_whose_length_nobody_knows_is_read_to_its_end_and_capped()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("files below /proc");

        Assert.That(RegularFile.Read("/proc/self/status", 1 << 20, out _), Has.Length.GreaterThan(100));
        Assert.That(RegularFile.Read("/proc/self/status", 10, out var problem), Is.Null);
        Assert.That(problem, Is.EqualTo("has more than 10 bytes, which are the most that are read"));
    }

    [Test]
    public void Pipes_sockets_and_devices_are_refused_unopened()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("pipes, sockets and devices as POSIX has them");
        using (var made = Process.Start("mkfifo", Of("pipe")))
            made.WaitForExit();
        File.CreateSymbolicLink(Of("link"), "pipe");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Of("socket")));

        Assert.That(Problem("pipe"), Is.EqualTo("is a pipe: expected a regular file"));
        Assert.That(Problem("link"), Is.EqualTo("is a pipe: expected a regular file"));
        Assert.That(Problem("socket"), Is.EqualTo("is a socket: expected a regular file"));
        Assert.That(Problem("/dev/zero"), Is.EqualTo("is a device: expected a regular file"));
    }

    private static bool Same((byte[]? Bytes, string Problem) a, (byte[]? Bytes, string Problem) b) =>
        a.Problem == b.Problem && a.Bytes!.AsSpan().SequenceEqual(b.Bytes);

    private string Of(string name) => Path.Combine(folder, name);

    private string Problem(string name) => Read(name, 1 << 20).Problem;

    private (byte[]? Bytes, string Problem) Read(string name, int most)
    {
        var bytes = RegularFile.Read(Of(name), most, out var problem);
        return (bytes, problem);
    }
}
