using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using RiskEngine.Serving.Access;
using RiskEngine.Serving.Pages;

namespace RiskEngine.Serving;

/// <summary>
/// The report page with the engine behind it, for the browser of the same machine: Kestrel on the loopback interface alone. It reads no
/// configuration and no environment, keeps no cookie and asks nothing of anybody.
/// </summary>
public sealed class RiskServer : IAsyncDisposable
{
    private const int MostConnections = 64;

    // What is answering when the server is told to end has this long.
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(0.3);

    private readonly WebApplication application;
    private readonly Router router;
    private readonly CancellationTokenSource stopping;

    private RiskServer(WebApplication application, Router router, CancellationTokenSource stopping, Uri address) =>
        (this.application, this.router, this.stopping, Address) = (application, router, stopping, address);

    /// <summary>Where a browser finds it; whoever knows this address may use it.</summary>
    public Uri Address { get; }

    /// <summary>Starts one.</summary>
    /// <param name="options">What is served.</param>
    /// <param name="cancel">Ends the starting.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<RiskServer> StartAsync(ServeOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var token = AccessToken.Create();
        var end = new CancellationTokenSource();
        var routes = new Router(options, end.Token);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = RequestGuard.MostBytes;
                kestrel.Limits.MaxConcurrentConnections = MostConnections;
                kestrel.Listen(IPAddress.Loopback, options.Port);
            });
        var built = builder.Build();
        var guard = new RequestGuard(token);
        built.Use(next => context => guard.Check(context, next));
        built.Run(routes.Answer);
        try
        {
            await built.StartAsync(cancel);
        }
        catch
        {
            routes.Dispose();
            end.Dispose();
            await built.DisposeAsync();
            throw;
        }

        return new RiskServer(built, routes, end, new Uri($"{built.Urls.First()}/{token.Text}/"));
    }

    /// <summary>Ends it: what is running is cancelled.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await application.StopAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // What was still answering was cut off.
        }

        await application.DisposeAsync();
        router.Dispose();
        stopping.Dispose();
    }
}
