using System.Text;
using Microsoft.AspNetCore.Http;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Page;

namespace RiskEngine.Serving.Pages;

/// <summary>Writes answers.</summary>
internal static class Reply
{
    /// <summary>A page of this program, whose script may run and ask.</summary>
    public static async Task PageAsync(HttpContext context, ReportDocument document, string? engine, int code = StatusCodes.Status200OK)
    {
        var page = ServedPage.Of(await PageWriter.WriteAsync(document), engine);
        await OwnAsync(context, page ?? throw new InvalidOperationException("Expected a page of this program's own form."), code);
    }

    /// <summary>The same, as it was written before.</summary>
    public static Task OwnAsync(HttpContext context, string page, int code = StatusCodes.Status200OK)
    {
        context.Response.Headers.ContentSecurityPolicy = ServedPage.Policy;
        return BytesAsync(context, code, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(page));
    }

    /// <summary>A file that nothing of may run.</summary>
    public static Task FileAsync(HttpContext context, string type, byte[] content)
    {
        context.Response.Headers.ContentSecurityPolicy = ContentPolicy.OfFiles;
        return BytesAsync(context, StatusCodes.Status200OK, type, content);
    }

    /// <summary>JSON.</summary>
    public static Task JsonAsync<T>(HttpContext context, T answer, int code = StatusCodes.Status200OK) =>
        BytesAsync(context, code, "application/json; charset=utf-8", AnswerJson.Write(answer));

    /// <summary>A line of words.</summary>
    public static Task LineAsync(HttpContext context, int code, string line) =>
        BytesAsync(context, code, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes($"riskengine: {line}\n"));

    private static Task BytesAsync(HttpContext context, int code, string type, byte[] content)
    {
        context.Response.StatusCode = code;
        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }
}
