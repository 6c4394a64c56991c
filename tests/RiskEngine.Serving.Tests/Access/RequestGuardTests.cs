using System.Net;
using System.Net.Sockets;
using System.Text;
using RiskEngine.Serving.Access;

namespace RiskEngine.Serving.Tests.Access;

/// <summary>Who is let through: this server's own page, by its own name, with the token; the scenario is there to be asked for.</summary>
internal sealed class RequestGuardTests
{
    private const string Figures = "scenarios/tiny/engine/figures";

    private ServedFolder served = null!;

    [OneTimeSetUp]
    public async Task Start() => served = await ServedFolder.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await served.DisposeAsync();

    [Test]
    public async Task The_address_that_was_printed_answers()
    {
        Assert.That(served.Server.Address.Host, Is.EqualTo("127.0.0.1"));
        Assert.That(await CodeOf(Get("scenarios/tiny/")), Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("")]
    [TestCase("wrong/scenarios/tiny/")]
    [TestCase("scenarios/tiny/")]
    public async Task Without_the_token_nothing_is_there(string path)
    {
        using var response = await served.Client.GetAsync(new Uri($"{served.Origin}/{path}"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Not.Contain("tiny"));
    }

    [TestCase("evil.example")]
    [TestCase("127.0.0.1")]
    [TestCase("127.0.0.1.evil.example:80")]
    public async Task Another_host_s_name_is_refused_though_it_leads_here(string host)
    {
        var request = Get("scenarios/tiny/");
        request.Headers.Host = host;

        Assert.That(await CodeOf(request), Is.EqualTo(HttpStatusCode.MisdirectedRequest));
    }

    [TestCase("http://evil.example")]
    [TestCase("null")]
    [TestCase("http://127.0.0.1:1")]
    [TestCase("https://{own}")]
    public async Task Another_origin_is_refused_whatever_it_asks(string origin)
    {
        origin = origin.Replace("{own}", served.Server.Address.Authority, StringComparison.Ordinal);
        var (get, post) = (Get("scenarios/tiny/"), Post("{}", "application/json", origin: null));
        get.Headers.Add("Origin", origin);
        post.Headers.Add("Origin", origin);

        Assert.That(await CodeOf(get), Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await CodeOf(post), Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_question_without_an_origin_is_refused() =>
        Assert.That(await CodeOf(Post("{}", "application/json", origin: null)), Is.EqualTo(HttpStatusCode.Forbidden));

    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("multipart/form-data")]
    [TestCase("text/plain")]
    public async Task What_a_form_can_send_is_refused(string type) =>
        Assert.That(await CodeOf(Post("{}", type, served.Origin)), Is.EqualTo(HttpStatusCode.UnsupportedMediaType));

    [Test]
    public async Task A_body_that_is_too_large_is_refused_whether_it_says_so_or_not()
    {
        var text = "{\"case\":\"" + new string('a', RequestGuard.MostBytes) + "\"}";
        var chunked = Post(text, "application/json", served.Origin);
        chunked.Headers.TransferEncodingChunked = true;

        Assert.That(await CodeOf(Post(text, "application/json", served.Origin)), Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(await CodeOf(chunked), Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [TestCase("reports/../../secret.txt")]
    [TestCase("reports/%2e%2e/%2e%2e/secret.txt")]
    [TestCase("reports/..%2f..%2fsecret.txt")]
    [TestCase("reports/..%5c..%5csecret.txt")]
    [TestCase("scenarios/../engine/keys")]
    [TestCase("scenarios/..%2freports/engine/keys")]
    public async Task A_path_that_leads_out_finds_nothing(string path)
    {
        await File.WriteAllTextAsync(Path.Combine(served.Scenarios, "..", "secret.txt"), "secret");
        var answer = await RawAsync($"GET {served.Server.Address.AbsolutePath}{path} HTTP/1.1");

        Assert.That(answer, Does.StartWith("HTTP/1.1 4"));
        Assert.That(answer, Does.Not.Contain("\r\nsecret"));
    }

    [Test]
    public async Task Nothing_may_be_loaded_framed_guessed_or_kept()
    {
        using var response = await served.GetAsync("nothing");

        Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("default-src 'none'"));
        Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("frame-ancestors 'none'"));
        Assert.That(response.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
        Assert.That(response.Headers.GetValues("Referrer-Policy").Single(), Is.EqualTo("no-referrer"));
        Assert.That(response.Headers.CacheControl!.NoStore, Is.True);
        Assert.That(response.Headers.Contains("Set-Cookie"), Is.False);
    }

    private HttpRequestMessage Get(string address) => new(HttpMethod.Get, new Uri(served.Server.Address, address));

    private HttpRequestMessage Post(string body, string type, string? origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(served.Server.Address, Figures))
        {
            Content = new StringContent(body, Encoding.UTF8, type),
        };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return request;
    }

    private async Task<HttpStatusCode> CodeOf(HttpRequestMessage request)
    {
        using (request)
        using (var response = await served.Client.SendAsync(request))
            return response.StatusCode;
    }

    /// <summary>Sends a request line as it is: a client of .NET would put the path in order first.</summary>
    private async Task<string> RawAsync(string line)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, served.Server.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{line}\r\nHost: {served.Server.Address.Authority}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
