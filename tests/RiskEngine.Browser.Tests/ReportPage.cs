using Microsoft.Playwright;

namespace RiskEngine.Browser.Tests;

/// <summary>The report in a browser, with what the browser said of it.</summary>
internal sealed class ReportPage : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> errors = [];
    private readonly List<string> requests = [];

    public ReportPage(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                errors.Add(message.Text);
        };
        page.PageError += (_, error) => errors.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the page and its script.</summary>
    public IReadOnlyList<string> Errors => errors;

    /// <summary>Everything that was asked for, the page itself first.</summary>
    public IReadOnlyList<string> Requests => requests;

    /// <summary>Words in sight that a selector finds.</summary>
    public async Task<string[]> VisibleTexts(string selector) =>
        await Page.EvaluateAsync<string[]>(
            "selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).map(e => e.innerText.trim())",
            selector
        );

    /// <summary>Puts a part of the page into sight.</summary>
    public Task ScrollTo(string selector) => Page.EvaluateAsync("selector => document.querySelector(selector).scrollIntoView()", selector);

    /// <summary>Follows a link to a section: it is opened, whatever it is folded in.</summary>
    public async Task GoTo(string section)
    {
        await Page.EvaluateAsync("section => { location.hash = section; }", section);
        await Page.WaitForFunctionAsync("section => document.querySelector(`#${section} > details`)?.open ?? false", section);
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
