using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using RiskEngine.Serving.Pages;

namespace RiskEngine.Serving.Access;

/// <summary>
/// Lets through what comes from this machine's own browser and from pages of this server: the address must name this server (a name that
/// was bent to this machine does not), begin with the token, and what changes or computes something must be asked by this server's own
/// page, in JSON, which no form can send.
/// </summary>
/// <param name="token">The secret.</param>
internal sealed class RequestGuard(AccessToken token)
{
    /// <summary>The most that is read of a question.</summary>
    public const int MostBytes = 256 * 1024;

    private static readonly string[] names = ["127.0.0.1", "localhost"];

    /// <summary>Refuses a request, or hands it on with the token taken off its address.</summary>
    public async Task Check(HttpContext context, RequestDelegate next)
    {
        Protect(context.Response.Headers);
        var (code, problem) = ProblemOf(context.Request);
        if (problem is not null)
        {
            context.Response.StatusCode = code;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync($"riskengine: {problem}\n", context.RequestAborted);
            return;
        }

        await next(context);
    }

    private (int Code, string? Problem) ProblemOf(HttpRequest request)
    {
        var port = request.HttpContext.Connection.LocalPort;
        if (!names.Any(n => request.Host.Value == $"{n}:{port}"))
            return (StatusCodes.Status421MisdirectedRequest, $"expected the host 127.0.0.1:{port}");
        if (!IsOwn(request.Headers.Origin, request))
            return (StatusCodes.Status403Forbidden, "expected a request of this server's own page, found another origin");
        var path = request.Path.Value ?? "/";
        var end = path.IndexOf('/', 1);
        if (end < 0 || !token.Is(path[1..end]))
            return (StatusCodes.Status403Forbidden, "expected the address that the program printed, with its token");
        request.PathBase = path[..end];
        request.Path = path[end..];
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return default;
        if (!HttpMethods.IsPost(request.Method))
            return (StatusCodes.Status405MethodNotAllowed, "expected GET or POST");
        if (StringValues.IsNullOrEmpty(request.Headers.Origin))
            return (StatusCodes.Status403Forbidden, "expected a request of this server's own page, found no origin");
        if (request.ContentType?.Split(';')[0].Trim() != "application/json")
            return (StatusCodes.Status415UnsupportedMediaType, "expected application/json");
        return request.ContentLength > MostBytes ? (StatusCodes.Status413PayloadTooLarge, $"expected at most {MostBytes} bytes") : default;
    }

    private static bool IsOwn(StringValues origin, HttpRequest request) => origin.Count == 0 || origin == $"http://{request.Host.Value}";

    /// <summary>Nothing of another place is loaded, nothing is framed, guessed, kept or told to another place.</summary>
    private static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentPolicy.Nothing;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
