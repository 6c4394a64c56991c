using System.Text;
using Microsoft.AspNetCore.Http;
using RiskEngine.Abstractions.Files;
using RiskEngine.Reporting.Page;
using RiskEngine.Reporting.Runs;
using RiskEngine.Serving.Access;
using RiskEngine.Serving.Engines;
using RiskEngine.Serving.Saving;

namespace RiskEngine.Serving.Pages;

/// <summary>
/// What stands at which address, once the guard let it through: <c>reports/</c> is the home page and the files below the folder of
/// reports, <c>scenarios/ID/</c> a scenario to change; <c>engine/</c> beside either of their pages answers its questions.
/// </summary>
/// <param name="options">What is served.</param>
/// <param name="stopping">Cancelled when the server is to end.</param>
internal sealed class Router(ServeOptions options, CancellationToken stopping) : IDisposable
{
    private const int MostBytes = 64 * 1024 * 1024;
    private const string Engine = "engine";
    private const string Report = "report.html";

    private static readonly Dictionary<string, string> types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".md"] = "text/plain; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".npy"] = "application/octet-stream",
        [".parquet"] = "application/octet-stream",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };

    private readonly OpenScenarios open = new();
    private readonly RunQueue queue = new();

    /// <summary>Answers a request.</summary>
    public async Task Answer(HttpContext context)
    {
        var isAsked = HttpMethods.IsPost(context.Request.Method);
        var parts = context.Request.Path.Value!.Split('/')[1..];
        try
        {
            var answer = (parts, isAsked) switch
            {
                ([""], false) => Redirect(context, "/reports/"),
                (["reports", ""] or ["reports", RunIndex.FileName], false) => HomeAsync(context),
                (["reports", var scenario, var run, Engine, var what], _) => RunAsync(context, $"{scenario}/{run}", what, isAsked),
                (["reports", .. var file], false) => FileAsync(context, string.Join('/', file)),
                (["scenarios", var scenario], false) => Redirect(context, $"/scenarios/{Uri.EscapeDataString(scenario)}/"),
                (["scenarios", var scenario, ""], false) => ScenarioAsync(context, scenario),
                (["scenarios", var scenario, Engine, var what], _) => ScenarioAsync(context, scenario, what, isAsked),
                _ => NotFound(context),
            };
            await answer;
        }
        catch (BadHttpRequestException e)
        {
            await Reply.LineAsync(context, e.StatusCode, e.Message);
        }
        catch (RefusedException e)
        {
            await Reply.JsonAsync(context, new { e.Problems }, StatusCodes.Status422UnprocessableEntity);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            await Reply.JsonAsync(context, new { Outdated = true }, StatusCodes.Status409Conflict);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A plug-in's code, a full disk, figures beyond the range of numbers: the page that asked says so, and the server goes on.
            await Reply.JsonAsync(
                context,
                new { Problems = new[] { new Problem("", e.Message) } },
                StatusCodes.Status500InternalServerError
            );
        }
    }

    /// <inheritdoc/>
    public void Dispose() => queue.Dispose();

    private Task HomeAsync(HttpContext context) => Reply.PageAsync(context, new HomePage(options).Build(), engine: null);

    private async Task FileAsync(HttpContext context, string address)
    {
        if (ContainedPath.Of(options.Reports, address) is not { } path || !types.TryGetValue(Path.GetExtension(path), out var type))
        {
            await NotFound(context);
            return;
        }

        if (RegularFile.Read(path, MostBytes, out var problem) is not { } content)
        {
            await Reply.LineAsync(context, StatusCodes.Status404NotFound, $"{address} {problem}");
            return;
        }

        var engine =
            Path.GetFileName(path) == Report && Run(Path.GetDirectoryName(address)!) is { } run && ScenarioFolders.HasKept(run)
                ? Engine
                : null;
        var page = Path.GetExtension(path) == ".html" ? ServedPage.Of(Encoding.UTF8.GetString(content), engine) : null;
        await (page is null ? Reply.FileAsync(context, type, content) : Reply.OwnAsync(context, page));
    }

    private StoredRun? Run(string place) => ContainedPath.Of(options.Reports, place) is { } folder ? StoredRun.Read(folder, out _) : null;

    private async Task ScenarioAsync(HttpContext context, string name)
    {
        if (Folder(name) is not { } folder)
        {
            await NotFound(context);
            return;
        }

        try
        {
            var scenario = open.Open($"scenarios/{name}", () => ScenarioFolders.Open(folder, options));
            await Reply.PageAsync(context, ScenarioPage.Build(scenario.Scenario), Engine);
        }
        catch (RefusedException e)
        {
            await Reply.PageAsync(context, ProblemPage.Build(name, e.Problems), engine: null, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private Task ScenarioAsync(HttpContext context, string name, string what, bool isAsked) =>
        Folder(name) is { } folder
            ? AskAsync(context, what, isAsked, () => open.Get($"scenarios/{name}", () => ScenarioFolders.Open(folder, options)))
            : NotFound(context);

    private Task RunAsync(HttpContext context, string place, string what, bool isAsked)
    {
        if (ContainedPath.Of(options.Reports, place) is not { } folder || !File.Exists(Path.Combine(folder, StoredRun.ManifestName)))
            return NotFound(context);
        ServedScenario Read() =>
            StoredRun.Read(folder, out var problem) is { } run
                ? ScenarioFolders.OpenKept(run, options)
                : throw new RefusedException($"{place}: {problem}");
        return AskAsync(context, what, isAsked, () => open.Get($"reports/{place}", Read));
    }

    private string? Folder(string name) =>
        ContainedPath.Of(options.Scenarios, name) is { } folder && ScenarioFolders.In(options.Scenarios).Contains(folder) ? folder : null;

    private Task AskAsync(HttpContext context, string what, bool isAsked, Func<ServedScenario> get) =>
        (what, isAsked) switch
        {
            ("keys", false) => Reply.JsonAsync(context, Description.Of(get(), options)),
            ("figures", true) => FiguresAsync(context, get),
            ("save", true) => SaveAsync(context, get),
            _ => NotFound(context),
        };

    private async Task FiguresAsync(HttpContext context, Func<ServedScenario> get)
    {
        var question = await AnswerJson.ReadAsync(context.Request.Body, context.RequestAborted);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        await Reply.JsonAsync(context, await queue.DoAsync(question.Page, token => get().AnswerTo(question, token), cancel.Token));
    }

    private async Task SaveAsync(HttpContext context, Func<ServedScenario> get)
    {
        var question = await AnswerJson.ReadAsync(context.Request.Body, context.RequestAborted);
        var name = new NewScenario(options).Save(get(), question);
        await Reply.JsonAsync(context, new { Name = name, Folder = Path.Combine(options.ScenariosAsGiven, name) });
    }

    private static Task Redirect(HttpContext context, string to)
    {
        context.Response.Redirect(context.Request.PathBase + to);
        return Task.CompletedTask;
    }

    private static Task NotFound(HttpContext context) =>
        Reply.LineAsync(context, StatusCodes.Status404NotFound, "there is nothing at this address");
}
